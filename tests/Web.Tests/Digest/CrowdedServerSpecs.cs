using Tracker.App.Digest;
using Tracker.App.Mail;
using Tracker.App.Robots;
using Tracker.App.Subscriptions;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;
using Tracker.Web.Tests.Robots;

namespace Tracker.Web.Tests.Digest;

/// <summary>Servers that take mail slowly, or few at a time, or not at all: whoever does not need them is not kept waiting.</summary>
[Collection(MailDatabases.Name)]
public sealed class CrowdedServerSpecs(Databases databases)
{
    [MailFact]
    public async Task A_domain_that_takes_mail_slowly_gets_a_little_each_time_and_the_others_get_all()
    {
        using var server = MailServer.Start();
        await using var program = await BegunAsync(server.Port, timeout: 9);
        for (var i = 0; i < 6; i++) await program.ReaderAsync($"reader{i}@tarpit.example");
        for (var i = 0; i < 40; i++) await program.ReaderAsync($"reader{i}@good{i % 12}.example");
        await program.SendAsync(new RenderDigests.Command(DigestProgram.Week));

        (await program.SendAsync(new SendMail.Command())).ShouldBe(new SendMail.Result(Sent: 42, Deferred: 0, Refused: 0, Unknown: 0, Left: 4));

        // The slow ones were not lost.
        (await program.SendAsync(new SendMail.Command())).ShouldBe(new SendMail.Result(Sent: 2, Deferred: 0, Refused: 0, Unknown: 0, Left: 2));
        server.Mails.Select(mail => mail.To.Single()).ShouldBeUnique();
    }

    [MailFact]
    public async Task A_server_that_turns_some_connections_away_still_gets_the_rest()
    {
        using var server = MailServer.Start("--connections", "2", "--delay", "0.02");
        await using var program = await BegunAsync(server.Port);
        for (var i = 0; i < 24; i++) await program.ReaderAsync($"reader{i}@good{i % 6}.example");
        await program.SendAsync(new RenderDigests.Command(DigestProgram.Week));

        var sent = 0;
        for (var round = 0; round < 6 && sent < 24; round++)
        {
            var result = await program.SendAsync(new SendMail.Command());
            (result.Deferred, result.Refused, result.Unknown).ShouldBe((0, 0, 0), "to be turned away at the door is nobody's mail's fault");
            result.Sent.ShouldBeGreaterThan(0, "those whom it took went on");
            sent += result.Sent;
            program.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        (sent, server.Mails.Count).ShouldBe((24, 24));
        (await program.MailsAsync()).ShouldAllBe(mail => mail.State == MailState.Sent && mail.Attempts == 1);
    }

    [Fact]
    public async Task Groups_are_told_although_the_mail_server_is_away_and_the_error_is_not_hidden()
    {
        await using var service = new RobotServer();
        using var nobody = new ClosedPort();
        await using var program = await BegunAsync(nobody.Number);
        await program.SwitchAsync(DigestOffer.Robots);
        for (var i = 0; i < 30; i++) await program.ReaderAsync($"reader{i}@good{i}.example");
        await program.SendAsync(new AddRobot.Command("群", service.WeCom(), "", SubscriptionFilter.All, DigestFrequency.Weekly, DigestLanguage.Chinese));
        (await program.SendAsync(new RenderDigests.Command(DigestProgram.Week))).Mails.ShouldBe(31);

        (await Should.ThrowAsync<MailServerException>(() => program.SendAsync(new SendMail.Command()))).IsPassing.ShouldBeTrue();

        service.Requests.Count.ShouldBe(1);
        var mails = await program.MailsAsync();
        mails.Single(mail => mail.State == MailState.Sent).Reader.Address.ShouldBe("群");
        mails.Count(mail => mail.State == MailState.Queued && mail.Attempts == 0).ShouldBe(30);
        mails.Count(mail => mail.Answer.Contains("cannot be used now", StringComparison.Ordinal)).ShouldBeInRange(10, 18, "a server that is away is not asked for each mail");
    }

    [Theory]
    [InlineData("reader@bücher.example", "reader@xn--bcher-kva.example"), InlineData("読者@example.org", null), InlineData("a@b\r\nBcc: victim@example.org", null), InlineData("a@b,victim@example.org", null)]
    public async Task The_folder_too_gets_addresses_that_mail_can_have_and_no_others(string address, string? written)
    {
        var database = await databases.CreateAsync(DatabaseProvider.Sqlite);
        await using var program = new DigestProgram(database);
        await program.HappenAsync();
        await program.ReaderAsync(address);
        await program.SendAsync(new RenderDigests.Command(DigestProgram.Week));

        var result = await program.SendAsync(new SendMail.Command());

        (result.Sent, result.Refused).ShouldBe(written is null ? (0, 1) : (1, 0));
        var files = Directory.Exists(program.Mail.PickupDirectory) ? Directory.GetFiles(program.Mail.PickupDirectory) : [];
        files.Length.ShouldBe(result.Sent);
        if (written is not null) (await File.ReadAllLinesAsync(files[0])).ShouldContain($"To: {written}");
    }

    private async Task<DigestProgram> BegunAsync(int port, int timeout = 20)
    {
        var database = await databases.CreateAsync(DatabaseProvider.Sqlite);
        var program = new DigestProgram(database, DigestProgram.Settings(database, port, timeout: timeout));
        await program.HappenAsync();
        return program;
    }
}
