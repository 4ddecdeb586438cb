using System.Text.Json;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Normalise;
using Tracker.Core.Pipeline.Sections;
using Tracker.Core.Tests.Conventions;
using Xunit.Abstractions;

namespace Tracker.Core.Tests.Sections;

/// <summary>
/// Labelled commitments must lie in lines of a plan, that of a five-year plan included, and labelled evidence in lines of the year's review. The reports' text is not part of the
/// repository: the check runs where TRACKER_SHARED names a folder whose <c>corpora</c> holds it, and is skipped elsewhere.
/// </summary>
public class LabelledLinesSpec(ITestOutputHelper output)
{
    private static readonly string? Shared = Environment.GetEnvironmentVariable("TRACKER_SHARED");

    [LabelledFact]
    public void Labelled_commitments_lie_in_plans_and_labelled_evidence_in_reviews()
    {
        var (commitments, planned, evidence, reviewed) = (0, 0, 0, 0);
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("seeds", "labels"), "*.json").Order(StringComparer.Ordinal))
        {
            using var labels = JsonDocument.Parse(File.ReadAllText(file));
            var pair = labels.RootElement.GetProperty("pair");
            var plan = KindsOf(pair.GetProperty("plan_file").GetString()!);
            var review = KindsOf(pair.GetProperty("review_file").GetString()!);
            if (plan is null || review is null || !labels.RootElement.GetProperty("commitments")[0].TryGetProperty("span", out _)) continue;
            var items = labels.RootElement.GetProperty("commitments").EnumerateArray().ToList();
            var inPlan = items.Select(item => plan(SpanOf(item))).ToList();
            var inReview = items.SelectMany(item => item.GetProperty("evidence").EnumerateArray()).Select(item => review(SpanOf(item))).ToList();
            commitments += inPlan.Count;
            planned += inPlan.Count(kind => kind is SectionKind.Plan or SectionKind.FiveYearPlan);
            evidence += inReview.Count;
            reviewed += inReview.Count(kind => kind is SectionKind.Review);
            output.WriteLine($"{Path.GetFileNameWithoutExtension(file)}: plan {Summary(inPlan)}; review {Summary(inReview)}");
        }

        output.WriteLine($"commitments in plan lines {planned} of {commitments}; evidence in review lines {reviewed} of {evidence}");
        commitments.ShouldBeGreaterThan(0);
        planned.ShouldBeGreaterThan((int)(.98 * commitments));
        reviewed.ShouldBeGreaterThan((int)(.95 * evidence));
    }

    private static string Summary(IEnumerable<SectionKind?> kinds) =>
        string.Join(" ", kinds.GroupBy(kind => kind).OrderByDescending(group => group.Count()).Select(group => $"{group.Key?.ToString() ?? "nowhere"} {group.Count()}"));

    private static TextSpan SpanOf(JsonElement item) => new(item.GetProperty("span")[0].GetInt32(), item.GetProperty("span")[1].GetInt32());

    private static Func<TextSpan, SectionKind?>? KindsOf(string file)
    {
        var path = Path.Combine(Shared!, "corpora", file);
        if (!File.Exists(path)) return null;
        var lines = SectionFinder.Find(Normaliser.Normalise(File.ReadAllText(path).ReplaceLineEndings("\n"))).Lines;
        return span => lines.LastOrDefault(line => line.Line.Span.Start <= span.End - 1 && line.Line.Span.Overlaps(span))?.Kind;
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class LabelledFactAttribute : FactAttribute
    {
        public LabelledFactAttribute()
        {
            if (Shared is null) Skip = "TRACKER_SHARED names no folder with the labelled reports.";
            else if (!Directory.EnumerateFiles(Repository.PathOf("seeds", "labels"), "*.json").Any(file => File.ReadAllText(file).Contains("\"span\"", StringComparison.Ordinal)))
                Skip = "There are no labels by offset.";
        }
    }
}
