using System.Diagnostics;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Core.Training;

namespace Tracker.Benchmarks;

/// <summary>Reading and comparing one pair, all stages, text to result.</summary>
/// <param name="Processor">Processor time of one comparison, which other programs on the machine disturb less than the clock.</param>
/// <param name="Borders">Plan's start and end in the plan's text, review's in the review's.</param>
/// <param name="Growth">How time and memory go with the number of pairs.</param>
internal sealed record PairTiming(
    int PlanCharacters, int ReviewCharacters, int Commitments, int Claims, TimeSpan First, TimeSpan Median, TimeSpan Processor, double PeakMegabytes,
    int[] Borders, IReadOnlyList<(int Pairs, TimeSpan Time, double Megabytes)> Growth, PairFigures? Figures)
{
    /// <summary>Until the program is compiled as well as it will be.</summary>
    private const int WarmUps = 20;

    private const int Repeats = 15;
    private static readonly int[] Sizes = [1, 10, 40];

    public static PairTiming Measure(string planPath, string reviewPath, string? labelsPath)
    {
        var (plan, review) = (File.ReadAllText(planPath), File.ReadAllText(reviewPath));
        var first = Time(() => Compare(plan, review));
        var result = Compare(plan, review);
        for (var i = 0; i < WarmUps; i++) Compare(plan, review);
        var began = ProcessorTime();
        var times = Enumerable.Range(0, Repeats).Select(_ => Time(() => Compare(plan, review))).Order().ToList();
        var processor = (ProcessorTime() - began) / Repeats;
        var peak = Peak();
        var growth = Sizes.Select(pairs => (pairs, Time(() =>
        {
            for (var i = 0; i < pairs; i++) Compare(plan, review);
        }), Peak())).ToList();
        var figures = labelsPath is null ? null : Evaluation.Evaluate(LabelledPair.Read("pair", File.ReadAllText(labelsPath), plan, review), result);
        return new(
            plan.Length, review.Length, result.Verdicts.Count, result.Claims.Count, first, times[Repeats / 2], processor, peak,
            [.. BordersOf(result.Plan, SectionKind.Plan), .. BordersOf(result.Review, SectionKind.Review)], growth, figures);
    }

    private static PairResult Compare(string plan, string review) => ReportPipeline.Compare(ReportPipeline.Extract(plan), ReportPipeline.Extract(review));

    private static int[] BordersOf(ExtractedReport report, SectionKind kind)
    {
        var spans = report.Sections.SelectMany(section => section.SelfAndDescendants()).Where(section => section.Kind == kind).Select(section => section.Span).ToList();
        return spans.Count == 0 ? [0, report.Source.Length] : [spans.Min(span => span.Start), spans.Max(span => span.End)];
    }

    private static TimeSpan Time(Action action)
    {
        var began = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(began);
    }

    private static TimeSpan ProcessorTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static double Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1048576.0;
    }
}
