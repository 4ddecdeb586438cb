using Microsoft.EntityFrameworkCore;
using Tracker.App.Digest;
using Tracker.App.Mail;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Digest;

/// <summary>Against a real SMTP server, which reads what it is sent with a mail reader that is not ours.</summary>
[Collection(MailDatabases.Name)]
public sealed class SmtpSpecs(Databases databases)
{
    private const string User = "tracker";
    private const string Password = "right password";

    [MailFact]
    public async Task A_digest_arrives_encrypted_logged_in_and_whole()
    {
        using var server = MailServer.Start("--tls", "--require-auth");
        await using var program = await BegunAsync(server.Port, server.Certificate, User, Password);
        var reader = await program.ReaderAsync("reader@example.org");

        await program.SendAsync(new RenderDigests.Command(DigestProgram.Week));
        (await program.SendAsync(new SendMail.Command())).ShouldBe(new SendMail.Result(1, 0, 0, 0, 0));

        var stored = (await program.MailsAsync()).Single();
        (stored.State, stored.Answer, stored.Attempts).ShouldBe((MailState.Sent, "250 2.0.0 taken", 1));
        var mail = server.Mails.Single();
        (mail.Tls, mail.Login, mail.From).ShouldBe((true, true, "tracker@tracker.example"));
        mail.To.ShouldBe(["reader@example.org"]);
        mail.Type.ShouldBe("multipart/alternative");
        mail.Parts.Select(part => part[0]).ShouldBe(["text/plain", "text/html"]);
        mail.Defects.ShouldBeEmpty();
        (mail.Ascii, mail.Longest <= 998).ShouldBe((true, true));
        mail.Header("Subject").ShouldBe(stored.Content.Subject);
        mail.Header("Subject").ShouldContain("项承诺改判");
        mail.Header("From").ShouldContain("落实追踪");
        mail.Header("Message-ID").ShouldBe(stored.MessageId);
        mail.Header("List-Unsubscribe-Post").ShouldBe("List-Unsubscribe=One-Click");
        mail.Part("text/plain").ShouldContain("立案督办提案");
        mail.Part("text/html").ShouldContain("立案督办提案");
        mail.Part("text/html").ShouldNotContain("<img");
        mail.Part("text/html").ShouldNotContain("\u0001");

        // The link in the header is this reader's own, and good.
        var link = mail.Header("List-Unsubscribe").Trim('<', '>');
        link.ShouldStartWith("https://tracker.example/digest/unsubscribe/");
        (await program.SendAsync(new Unsubscribe.Command(link.Split('/')[^1]))).ShouldNotBeNull().IsOver.ShouldBeTrue();
        (await program.DoAsync(db => db.Subscriptions.CountAsync(s => s.ReaderId == reader.Id && s.EndedAt == null))).ShouldBe(0);
    }

    [MailFact]
    public async Task A_wrong_password_is_an_error_although_the_server_would_take_mail_without_one()
    {
        using var server = MailServer.Start("--tls", "--offer-auth");
        await using var program = await BegunAsync(server.Port, server.Certificate, User, "wrong");
        await RenderedAsync(program);

        (await Should.ThrowAsync<MailServerException>(() => program.SendAsync(new SendMail.Command()))).ShouldSatisfyAllConditions(
            error => error.IsPassing.ShouldBeFalse(), error => error.Message.ShouldContain("refused the login"), error => error.Message.ShouldContain("Tracker__Mail__Password"));

        await ShouldStillWaitAsync(program);
        server.Mails.ShouldBeEmpty();
    }

    [MailFact]
    public async Task A_server_without_encryption_or_without_a_login_is_sent_nothing()
    {
        using var plain = MailServer.Start();
        var database = await databases.CreateAsync(DatabaseProvider.Sqlite);
        await using (var program = new DigestProgram(database, DigestProgram.Settings(database, plain.Port, plain.Certificate)))
        {
            await program.HappenAsync();
            await RenderedAsync(program);
            (await Should.ThrowAsync<MailServerException>(() => program.SendAsync(new SendMail.Command()))).Message.ShouldContain("does not offer STARTTLS");
        }

        await using (var program = new DigestProgram(database, DigestProgram.Settings(database, plain.Port, null, User, Password)))
        {
            program.Clock.Advance(TimeSpan.FromHours(1));
            (await Should.ThrowAsync<MailServerException>(() => program.SendAsync(new SendMail.Command()))).Message.ShouldContain("no login that is known");
            await ShouldStillWaitAsync(program);
        }

        plain.Mails.ShouldBeEmpty();
    }

    [MailFact]
    public async Task A_certificate_of_nobody_known_is_not_trusted()
    {
        using var server = MailServer.Start("--tls");
        using var other = MailServer.Start("--tls");
        await using var program = await BegunAsync(server.Port, other.Certificate);
        await RenderedAsync(program);

        (await Should.ThrowAsync<MailServerException>(() => program.SendAsync(new SendMail.Command()))).Message.ShouldContain("certificate");

        await ShouldStillWaitAsync(program);
        server.Mails.ShouldBeEmpty();
    }

    [MailFact]
    public async Task One_domain_that_is_slow_busy_or_gone_holds_up_nobody_else()
    {
        using var server = MailServer.Start();
        await using var program = await BegunAsync(server.Port, timeout: 15);
        foreach (var domain in new[] { "slow.example", "busy.example", "gone.example", "good.example", "other.example" })
            for (var i = 0; i < 4; i++) await program.ReaderAsync($"reader{i}@{domain}");
        await program.SendAsync(new RenderDigests.Command(DigestProgram.Week));
        var sending = program.SendAsync(new SendMail.Command());

        // Long before the slow one's patience is at its end.
        while (server.Mails.Count < 8 && !sending.IsCompleted) await Task.Delay(50);
        sending.IsCompleted.ShouldBeFalse();

        (await sending).ShouldBe(new SendMail.Result(Sent: 8, Deferred: 4, Refused: 4, Unknown: 0, Left: 4));
        var mails = (await program.MailsAsync()).ToLookup(mail => mail.Reader.Address.Split('@')[1], StringComparer.Ordinal);
        mails["busy.example"].Count(mail => mail is { State: MailState.Deferred, Answer: "451 4.3.0 come back later" }).ShouldBe(2);
        mails["slow.example"].Count(mail => mail.State == MailState.Deferred && mail.NextAttemptAt == DigestProgram.Monday + MailDesk.PauseAfter(1)).ShouldBe(2);
        mails["gone.example"].ShouldAllBe(mail => mail.State == MailState.Refused && mail.Reader.State == ReaderState.Bounced);
        server.Mails.Select(mail => mail.To.Single()).ShouldBeUnique();
        server.Mails.ShouldAllBe(mail => mail.To.Length == 1 && !mail.Part("text/html").Contains("reader", StringComparison.Ordinal));
    }

    [MailFact]
    public async Task A_mail_that_is_deferred_again_and_again_is_given_up_and_the_log_says_so()
    {
        using var server = MailServer.Start();
        await using var program = await BegunAsync(server.Port);
        await program.ReaderAsync("reader@busy.example");
        await program.SendAsync(new RenderDigests.Command(DigestProgram.Week));

        for (var i = 0; i < MailDesk.MostAttempts; i++)
        {
            await program.SendAsync(new SendMail.Command());
            program.Clock.Advance(TimeSpan.FromHours(13));
        }

        var mail = (await program.MailsAsync()).Single();
        (mail.State, mail.Attempts).ShouldBe((MailState.Dead, MailDesk.MostAttempts));
        (await program.DoAsync(db => db.AuditLog.CountAsync(entry => entry.Kind == "mail" && entry.Subject == mail.Id))).ShouldBe(1);
    }

    [MailFact]
    public async Task Nothing_that_others_wrote_gets_into_a_header_or_out_of_its_place()
    {
        const string evil = "\r\nBcc: victim@example.org\r\n\r\n.\r\nMAIL FROM:<evil@example.org>\u0001a\u0001\u2028\u202E<script>alert(1)</script>";
        using var server = MailServer.Start();
        var database = await databases.CreateAsync(DatabaseProvider.Sqlite);
        await using var program = new DigestProgram(database, DigestProgram.Settings(database, server.Port));
        await program.HappenAsync(evil);
        await program.ReaderAsync("reader@example.org", SubscriptionScope.Everything);
        await program.ReaderAsync("topic@example.org", SubscriptionScope.Region, "太原");
        var topical = DigestProgram.NewReader("evil-topic@example.org");
        topical.Subscriptions.AddRange([DigestProgram.NewSubscription(topical, SubscriptionScope.Topic, "x" + evil), DigestProgram.NewSubscription(topical, SubscriptionScope.Everything)]);
        await program.DoAsync(db => Task.FromResult(db.Readers.Add(topical).Entity));

        await program.SendAsync(new RenderDigests.Command(DigestProgram.Week));
        (await program.SendAsync(new SendMail.Command())).Sent.ShouldBe(3);

        server.Mails.Count.ShouldBe(3);
        foreach (var mail in server.Mails)
        {
            mail.Headers.Select(header => header[0]).ShouldBe(
            [
                "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Auto-Submitted", "Content-Language", "List-Unsubscribe", "List-Unsubscribe-Post", "Content-Type",
            ]);
            mail.To.Length.ShouldBe(1);
            mail.Defects.ShouldBeEmpty();
            mail.Header("Subject").Any(char.IsControl).ShouldBeFalse();
            mail.Part("text/html").ShouldNotContain("<script>");
            mail.Part("text/html").ShouldContain("&lt;script&gt;");
            mail.Part("text/html").Concat(mail.Part("text/plain")).ShouldNotContain(character => character == '\u0001' || character == '\u202E');
        }
    }

    private async Task<DigestProgram> BegunAsync(int port, string? certificate = null, string user = "", string password = "", int timeout = 20)
    {
        var database = await databases.CreateAsync(DatabaseProvider.Sqlite);
        var program = new DigestProgram(database, DigestProgram.Settings(database, port, certificate, user, password, timeout));
        await program.HappenAsync();
        return program;
    }

    private static async Task RenderedAsync(DigestProgram program)
    {
        await program.ReaderAsync("reader@example.org");
        (await program.SendAsync(new RenderDigests.Command(DigestProgram.Week))).Mails.ShouldBe(1);
    }

    private static async Task ShouldStillWaitAsync(DigestProgram program)
    {
        var mail = (await program.MailsAsync()).Single();
        (mail.State, mail.Attempts, mail.SentAt).ShouldBe((MailState.Queued, 0, null));
    }
}
