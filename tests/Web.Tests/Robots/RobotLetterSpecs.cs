using System.Text.RegularExpressions;
using Tracker.App.Digest;
using Tracker.App.Robots;
using Tracker.Core.Domain;
using Tracker.Core.Tests.Golden;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Data.Storage;
using Tracker.Web.Tests.Data;
using Tracker.Web.Tests.Digest;

namespace Tracker.Web.Tests.Robots;

/// <summary>What a group reads.</summary>
[Collection(nameof(Databases))]
public sealed class RobotLetterSpecs(Databases databases)
{
    private const string Evil = "](https://evil.example) <@all> **x** `y` <font color=\"warning\">z</font> ![p](https://evil.example/p.png)\r\n# 大标题";

    [Theory, InlineData(RobotKind.WeCom, "wecom.md"), InlineData(RobotKind.DingTalk, "dingtalk.md")]
    public async Task The_message_reads_well(RobotKind kind, string file)
    {
        await using var program = new DigestProgram(await databases.CreateAsync(DatabaseProvider.Sqlite));
        await program.HappenAsync();
        Approval.Approve("digest", file, await PrintAsync(program, kind));
    }

    [Theory, InlineData(RobotKind.WeCom), InlineData(RobotKind.DingTalk)]
    public async Task However_much_happened_it_fits_and_begins_with_what_matters_most(RobotKind kind)
    {
        await using var program = new DigestProgram(await databases.CreateAsync(DatabaseProvider.Sqlite));
        await program.HappenAsync();
        await program.DoAsync(db =>
        {
            for (var i = 0; i < 60; i++)
            {
                var (pair, quote) = (FormattableString.Invariant($"body{i}-2025"), string.Concat(Enumerable.Repeat("推动\"重点\"工作落实", 20)));
                db.Bodies.Add(new Body { Id = FormattableString.Invariant($"body{i}"), Name = FormattableString.Invariant($"第{i}市政协"), Kind = "cppcc", Region = "" });
                db.Pairs.Add(new StoredPair { Id = pair, BodyId = FormattableString.Invariant($"body{i}"), Year = 2025, State = PairState.Scored });
                db.Commitments.Add(new StoredCommitment
                {
                    Id = pair + ".1", PairId = pair, Quote = quote, Specificity = Specificity.Named, Status = CommitmentStatus.None, MachineStatus = CommitmentStatus.None, SearchText = SearchText.Fold(quote),
                    Evidence = [new Evidence(new TextSpan(0, 1), quote, "", EvidenceRelation.Direct, 0.9)],
                });
                db.StatusChanges.Add(new StatusChange
                {
                    CommitmentId = pair + ".1", PairId = pair, RunId = "run", At = DigestProgram.Monday.AddDays(-2), Kind = ChangeKind.Flipped, From = i % 2 == 0 ? null : CommitmentStatus.Partial,
                    To = CommitmentStatus.None, Cause = ChangeCause.NewText, MethodVersion = "test", Quote = quote,
                });
            }

            return Task.FromResult(true);
        });

        var markdown = await PrintAsync(program, kind);

        var body = RobotMessage.BodyOf(kind, "标题", markdown);
        if (kind == RobotKind.WeCom) System.Text.Encoding.UTF8.GetByteCount(markdown).ShouldBeInRange(3000, 4096);
        else body.Length.ShouldBeInRange(8000, 20_000);
        Regex.Match(markdown, @"\]\((.*?)\)").Groups[1].Value.ShouldBe("https://tracker.example/commitments/taiyuan-cppcc-2025.3", "contradicted comes first");
        markdown.TrimEnd().ShouldEndWith("[在网站上查看全部](https://tracker.example/)");
    }

    [Theory, InlineData(RobotKind.WeCom), InlineData(RobotKind.DingTalk)]
    public async Task No_word_of_a_report_makes_a_link_a_picture_or_a_call(RobotKind kind)
    {
        await using var program = new DigestProgram(await databases.CreateAsync(DatabaseProvider.Sqlite));
        await program.HappenAsync(Evil);

        var markdown = await PrintAsync(program, kind);

        markdown.ShouldContain("evil.example");
        Regex.Matches(markdown, @"\]\((.*?)\)").ShouldAllBe(link => link.Groups[1].Value.StartsWith("https://tracker.example/", StringComparison.Ordinal));
        markdown.ShouldNotContain("<");
        markdown.ShouldNotContain("![");
        markdown.Split('\n').Count(line => line.StartsWith('#')).ShouldBe(1);
    }

    private static async Task<string> PrintAsync(DigestProgram program, RobotKind kind)
    {
        var china = TimeZoneInfo.CreateCustomTimeZone("china", TimeSpan.FromHours(8), "china", "china");
        var changes = await program.AskAsync<PeriodReader, PeriodChanges>(reader => reader.ReadAsync(DigestPeriod.ParseWeek(DigestProgram.Week, china)!, CancellationToken.None));
        var choice = DigestChoice.Of(changes, [new DigestRule(SubscriptionScope.Everything, "")], null);
        return (await program.AskAsync<DigestPrinter, MailContent>(printer => printer.PrintAsync(choice, DigestLanguage.Chinese, kind, CancellationToken.None))).Text;
    }
}
