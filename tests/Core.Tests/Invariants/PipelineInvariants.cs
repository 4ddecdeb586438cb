using FsCheck;
using FsCheck.Fluent;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Core.Tests.Conventions;
using Tracker.Core.Tests.Golden;

namespace Tracker.Core.Tests.Invariants;

/// <summary>What holds for every text: seeds, seeds cut and stirred, and text made of the genre's own pieces.</summary>
public class PipelineInvariants
{
    private static readonly string[] Pieces =
    [
        "一、2024年工作回顾\n", "二、2025年主要任务\n", "（一）", "一是", "1.", "## ", "“", "”", "‘", "’", "《", "》", "\"", "'", "，", "。", "；", "：", "、", "\n", "\n\n",
        "\r\n", " ", "\u3000", "\u200b", "\ufeff", "\ud83d", "\ude00", "🙂", "围绕", "开展专题协商", "推进", "建成", "新增", "600件以上", "5.5%", "十余场", "2025年", "五年来", "让我们",
        "提案办理", "养老服务", "太原市政协", "各位委员：", "<script>alert(1)</script>", "A", "0", "亿元", "不少于", "差距", "\0", "\t", "——", "…",
    ];

    /// <summary>The same texts in every run, so that a failure is the change's and not chance's.</summary>
    private static readonly Config Configuration = Config.QuickThrowOnFailure.WithReplay(20261121, 7);

    [Theory, MemberData(nameof(SeedReportTests.Reports), MemberType = typeof(SeedReportTests))]
    public void A_seed_report_keeps_every_invariant(string report) => Check(Repository.Seed(report));

    [Fact]
    public void Text_made_of_the_genres_pieces_keeps_every_invariant() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), Check)
            .Check(Configuration.WithMaxTest(300).WithEndSize(200));

    [Fact]
    public void A_seed_report_cut_and_joined_anywhere_keeps_every_invariant()
    {
        var source = Repository.Seed("taiyuan-cppcc_2025");
        var cut = from a in Gen.Choose(0, source.Length)
                  from b in Gen.Choose(0, source.Length)
                  from piece in Gen.Elements(Pieces)
                  select string.Concat(source.AsSpan(0, Math.Min(a, b)), piece, source.AsSpan(Math.Max(a, b)));
        Prop.ForAll(cut.ToArbitrary(), Check).Check(Configuration.WithMaxTest(15));
    }

    [Fact]
    public void Any_two_texts_can_be_held_against_each_other()
    {
        var text = Gen.Elements(Pieces).ListOf().Select(string.Concat);
        Prop.ForAll(text.ToArbitrary(), text.ToArbitrary(), (plan, review) =>
        {
            var result = ReportPipeline.Compare(ReportPipeline.Extract(plan), ReportPipeline.Extract(review));
            CheckPair(result);
        }).Check(Configuration.WithMaxTest(100).WithEndSize(120));
    }

    [Fact]
    public void A_pair_keeps_every_invariant_and_two_runs_agree()
    {
        PairResult Run() => ReportPipeline.Compare(
            ReportPipeline.Extract(Repository.Seed("taiyuan-cppcc_2025")), ReportPipeline.Extract(Repository.Seed("taiyuan-cppcc_2026")));
        var (first, second) = (Run(), Run());
        CheckPair(first);
        Print(first).ShouldBe(Print(second));
    }

    private static void Check(string source)
    {
        var report = ReportPipeline.Extract(source);
        var whole = new TextSpan(0, source.Length);
        foreach (var item in report.Commitments)
        {
            item.Quote.ShouldBe(item.Span.Of(source));
            item.Span.Length.ShouldBeGreaterThan(0);
            item.Topic.Length.ShouldBeLessThanOrEqualTo(20);
            foreach (var target in item.Targets) target.Text.ShouldBe(target.Span.Of(source));
        }

        foreach (var item in report.Claims)
        {
            item.Quote.ShouldBe(item.Span.Of(source));
            foreach (var quantity in item.Quantities) quantity.Text.ShouldBe(quantity.Span.Of(source));
        }

        report.Commitments.Select(item => item.Id).ShouldBeUnique();
        report.Claims.Select(item => item.Id).ShouldBeUnique();
        report.Commitments.Select(item => item.Span).ShouldBeInOrder();
        report.Issues.ShouldAllBe(issue => whole.Contains(issue.Span));
        report.Remainder.ShouldAllBe(span => whole.Contains(span));
        foreach (var section in report.Sections) CheckSection(section, whole);
        Print(report).ShouldBe(Print(ReportPipeline.Extract(source)));
    }

    private static void CheckSection(Section section, TextSpan parent)
    {
        parent.Contains(section.Span).ShouldBeTrue($"{section.Heading} {section.Span} in {parent}");
        for (var i = 1; i < section.Children.Count; i++)
            section.Children[i].Span.Start.ShouldBeGreaterThanOrEqualTo(section.Children[i - 1].Span.End);
        foreach (var child in section.Children) CheckSection(child, section.Span);
    }

    private static void CheckPair(PairResult result)
    {
        result.Verdicts.Count.ShouldBe(result.Plan.Commitments.Count);
        foreach (var verdict in result.Verdicts)
        {
            verdict.Evidenced.ShouldBeInRange(0, 1);
            verdict.Score.ShouldBeInRange(0, 1);
            verdict.Confidence.ShouldBeInRange(0, 1);
            verdict.Candidates.Count.ShouldBeLessThanOrEqualTo(10);
            verdict.Reasons.ShouldNotBeEmpty();
            (verdict.Status == CommitmentStatus.None).ShouldBe(verdict.Evidence.Count == 0, "silence, and only silence, has no evidence");
            foreach (var item in verdict.Evidence) item.Quote.ShouldBe(item.Span.Of(result.Review.Source));
            foreach (var item in verdict.Candidates) item.Quote.ShouldBe(item.Span.Of(result.Review.Source));
            verdict.Candidates.Select(item => item.Score).ShouldBeInOrder(SortDirection.Descending);
        }
    }

    private static string Print(object value) => System.Text.Json.JsonSerializer.Serialize(value);
}
