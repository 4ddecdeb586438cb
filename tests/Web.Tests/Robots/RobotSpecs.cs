using Microsoft.EntityFrameworkCore;
using Tracker.App;
using Tracker.App.Digest;
using Tracker.App.Mail;
using Tracker.App.Robots;
using Tracker.App.Subscriptions;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;
using Tracker.Web.Tests.Digest;
using Answer = Tracker.Web.Tests.Robots.RobotServer.Answer;

namespace Tracker.Web.Tests.Robots;

/// <summary>群机器人 against a real server on loopback, good or bad.</summary>
[Collection(nameof(Databases))]
public sealed class RobotSpecs(Databases databases)
{
    private const string Secret = "SEC0123456789abcdef";

    [Fact]
    public async Task A_group_is_told_once_a_week_in_its_services_own_format()
    {
        await using var server = new RobotServer();
        await using var program = await BegunAsync();
        await AddAsync(program, server.WeCom());
        await AddAsync(program, server.DingTalk(), Secret);

        (await SendAsync(program)).ShouldBe(new SendMail.Result(Sent: 2, 0, 0, 0, 0));
        (await SendAsync(program)).Sent.ShouldBe(0, "the same week is not told again");

        server.Requests.Count.ShouldBe(2);
        var weCom = server.Requests.Single(request => request.Address.StartsWith("/cgi-bin/webhook/send?key=", StringComparison.Ordinal));
        weCom.Head.ShouldContain("Content-Type: application/json; charset=utf-8");
        weCom.Json.GetProperty("msgtype").GetString().ShouldBe("markdown");
        var markdown = weCom.Json.GetProperty("markdown").GetProperty("content").GetString()!;
        markdown.ShouldStartWith("### 周报 · 2026 年 11 月 16 日");
        markdown.ShouldContain("(https://tracker.example/commitments/taiyuan-cppcc-2025.3)");
        markdown.ShouldNotContain("unsubscribe");
        var dingTalk = server.Requests.Single(request => request.Address.StartsWith("/robot/send?access_token=", StringComparison.Ordinal));
        dingTalk.Json.GetProperty("markdown").GetProperty("title").GetString().ShouldNotBeNull().ShouldContain("3 项承诺改判");
        dingTalk.Query("timestamp").ShouldBe(DigestProgram.Monday.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        dingTalk.Query("sign").Length.ShouldBe(44);
        (await program.MailsAsync()).ShouldAllBe(mail => mail.State == MailState.Sent && mail.Answer == "errcode 0 ok");
    }

    public static readonly TheoryData<string, MailState, ReaderState> Misbehaviours = new()
    {
        { "busy", MailState.Deferred, ReaderState.Confirmed },
        { "too many", MailState.Deferred, ReaderState.Confirmed },
        { "no such robot", MailState.Refused, ReaderState.Bounced },
        { "wrong signature", MailState.Refused, ReaderState.Confirmed },
        { "500", MailState.Deferred, ReaderState.Confirmed },
        { "502", MailState.Unknown, ReaderState.Confirmed },
        { "404", MailState.Refused, ReaderState.Confirmed },
        { "redirect", MailState.Refused, ReaderState.Confirmed },
        { "no json", MailState.Unknown, ReaderState.Confirmed },
        { "no errcode", MailState.Unknown, ReaderState.Confirmed },
        { "endless", MailState.Unknown, ReaderState.Confirmed },
        { "hangs up", MailState.Unknown, ReaderState.Confirmed },
        { "silent", MailState.Unknown, ReaderState.Confirmed },
        { "away", MailState.Deferred, ReaderState.Confirmed },
    };

    [Theory, MemberData(nameof(Misbehaviours))]
    public async Task What_is_not_plainly_taken_is_tried_again_only_where_it_cannot_have_arrived(string what, MailState state, ReaderState reader)
    {
        await using var elsewhere = new RobotServer();
        await using var server = new RobotServer(_ => what switch
        {
            "busy" => Answer.Json(-1, "system busy"),
            "too many" => Answer.Json(45009, "api freq out of limit"),
            "no such robot" => Answer.Json(93000, "invalid webhook url"),
            "wrong signature" => Answer.Json(310000, "sign not match"),
            "500" => Answer.Of(500, ""),
            "502" => Answer.Of(502, ""),
            "404" => Answer.Of(404, ""),
            "redirect" => Answer.Of(307, "", $"Location: {elsewhere.WeCom()}\r\n"),
            "no json" => Answer.Of(200, "<html>Please log in</html>"),
            "no errcode" => Answer.Of(200, "{\"ok\":true}"),
            "endless" => Answer.Of(200, $"{{\"errcode\":0,\"errmsg\":\"{new string('x', 100_000)}\"}}"),
            "hangs up" => Answer.HangUp,
            _ => Answer.Silence,
        });
        var address = server.WeCom();
        if (what == "away") server.Leave();
        await using var program = await BegunAsync(patience: what == "silent" ? TimeSpan.FromSeconds(1) : null);
        await AddAsync(program, address);

        await SendAsync(program);

        var mail = (await program.MailsAsync()).Single();
        (mail.State, mail.Reader.State).ShouldBe((state, reader), mail.Answer);
        mail.Answer.ShouldNotBeEmpty();
        elsewhere.Requests.ShouldBeEmpty();
        (await program.SendAsync(new SendMail.Command())).Sent.ShouldBe(0);
        if (what != "away") server.Requests.Count.ShouldBe(1, "nothing is sent again before its time, and nothing that may have arrived");
    }

    [Fact]
    public async Task A_busy_service_is_asked_again_later_and_later_until_it_takes_the_message()
    {
        await using var server = new RobotServer(number => number < 2 ? Answer.Json(45009, "api freq out of limit") : Answer.Json(0, "ok"));
        await using var program = await BegunAsync();
        await AddAsync(program, server.WeCom());
        await SendAsync(program);

        program.Clock.Advance(MailDesk.PauseAfter(1));
        await program.SendAsync(new SendMail.Command());
        program.Clock.Advance(MailDesk.PauseAfter(1));
        (await program.SendAsync(new SendMail.Command())).Sent.ShouldBe(0, "the second pause is longer");
        program.Clock.Advance(MailDesk.PauseAfter(2));
        (await program.SendAsync(new SendMail.Command())).Sent.ShouldBe(1);

        server.Requests.Count.ShouldBe(3);
        server.Requests.Select(request => request.Content).Distinct().Count().ShouldBe(1);
        (await program.MailsAsync()).Single().Attempts.ShouldBe(3);
    }

    [Fact]
    public async Task Switched_off_or_removed_nothing_is_posted_even_what_was_made_before()
    {
        await using var server = new RobotServer();
        await using var program = await BegunAsync(isOn: false);
        var (first, second) = (await AddAsync(program, server.WeCom()), await AddAsync(program, server.DingTalk()));
        (await program.SendAsync(new RenderDigests.Command(DigestProgram.Week))).Mails.ShouldBe(0);
        await program.SwitchAsync(DigestOffer.Robots);
        (await program.SendAsync(new RenderDigests.Command(DigestProgram.Week))).Mails.ShouldBe(2);

        (await program.SendAsync(new RemoveRobot.Command(first))).ShouldBeTrue();
        await program.SwitchAsync(DigestOffer.Robots, isOn: false);
        (await program.SendAsync(new SendMail.Command())).Sent.ShouldBe(0);

        server.Requests.ShouldBeEmpty();
        (await program.MailsAsync()).ShouldAllBe(mail => mail.State == MailState.Dead);
        var robots = await program.DoAsync(db => db.Robots.AsNoTracking().ToListAsync());
        robots.Single(robot => robot.ReaderId == first).Address.ShouldBeEmpty("a removed robot's secret is forgotten");
        robots.Single(robot => robot.ReaderId == second).RemovedAt.ShouldBeNull();
    }

    [Fact]
    public async Task One_robot_gets_twenty_messages_a_minute_at_most_and_waits_for_no_other()
    {
        await using var server = new RobotServer();
        await using var program = await BegunAsync();
        var (busy, other) = (await AddAsync(program, server.WeCom()), await AddAsync(program, server.DingTalk()));
        foreach (var id in new[] { busy, busy, other }) (await program.SendAsync(new TryRobot.Command(id))).ShouldBeTrue();

        var begun = DateTimeOffset.UtcNow;

        (await program.SendAsync(new SendMail.Command())).Sent.ShouldBe(3);

        var sent = server.Requests.Where(request => request.Address.StartsWith("/cgi", StringComparison.Ordinal)).Select(request => request.At).ToList();
        (sent[1] - begun).ShouldBeGreaterThan(TimeSpan.FromSeconds(60.0 / RobotSettings.PerMinute) - TimeSpan.FromMilliseconds(100), "two clocks need not agree to the last bit");
        server.Requests.Take(2).Select(request => request.Address[..4]).Order(StringComparer.Ordinal).ShouldBe(["/cgi", "/rob"]);
    }

    [Fact]
    public async Task The_secret_stays_out_of_the_log_whatever_the_service_says()
    {
        const string key = "deadbeef-dead-beef-dead-beefdeadbeef";
        await using var server = new RobotServer(_ => Answer.Json(40058, $"invalid key {key.ToUpperInvariant()}"));
        await using var program = await BegunAsync();
        await AddAsync(program, server.WeCom(key));
        await SendAsync(program);

        (await program.MailsAsync()).Single().Answer.ShouldBe("errcode 40058 invalid key …");
        (await program.DoAsync(db => db.AuditLog.Select(entry => entry.Detail + entry.Subject).ToListAsync())).ShouldNotContain(entry => entry.Contains("deadbeef", StringComparison.OrdinalIgnoreCase));
        (await program.SendAsync(new ListRobots.Query())).Robots.Single().ToString().ShouldNotContain("dead-beef");
    }

    [Fact]
    public async Task The_same_robot_twice_or_another_address_is_refused()
    {
        await using var program = await BegunAsync();
        await using var server = new RobotServer();
        await AddAsync(program, server.WeCom());
        (await Should.ThrowAsync<UnusableInputException>(() => AddAsync(program, server.WeCom()))).Code.ShouldBe("known-robot");
        var refused = await Should.ThrowAsync<FluentValidation.ValidationException>(() => AddAsync(program, "https://evil.example/robot/send?access_token=0123456789abcdef0123"));
        refused.Errors.Single().ErrorCode.ShouldBe("bad-robot-address");
    }

    private async Task<DigestProgram> BegunAsync(bool isOn = true, TimeSpan? patience = null)
    {
        var program = new DigestProgram(await databases.CreateAsync(DatabaseProvider.Sqlite), robotPatience: patience);
        await program.HappenAsync();
        await program.SwitchAsync(DigestOffer.Robots, isOn);
        return program;
    }

    private static Task<string> AddAsync(DigestProgram program, string address, string secret = "") =>
        program.SendAsync(new AddRobot.Command("提案委工作群", address, secret, SubscriptionFilter.All, DigestFrequency.Weekly, DigestLanguage.Chinese));

    private static async Task<SendMail.Result> SendAsync(DigestProgram program)
    {
        await program.SendAsync(new RenderDigests.Command(DigestProgram.Week));
        return await program.SendAsync(new SendMail.Command());
    }
}
