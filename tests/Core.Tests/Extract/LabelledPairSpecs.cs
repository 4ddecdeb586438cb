using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Core.Training;

namespace Tracker.Core.Tests.Extract;

/// <summary>
/// Commitments against labelled pairs, where the folder that holds <c>gold/</c>, <c>corpora/</c> and <c>seeds/</c> is named by TRACKER_SHARED.
/// Without it there is nothing to compare with, and the test is shown as skipped.
/// </summary>
public class LabelledPairSpecs
{
    private const double LowestMean = 0.90;
    private const double LowestPair = 0.80;

    private static readonly string Shared = Environment.GetEnvironmentVariable("TRACKER_SHARED") ?? "";

    [NeedsLabelledReports]
    public void Commitments_agree_with_the_annotators_on_every_labelled_pair()
    {
        var figures = Directory.GetFiles(Path.Combine(Shared, "gold"), "*.json").Order(StringComparer.Ordinal)
            .Select(path => (Name: Path.GetFileNameWithoutExtension(path), F1: F1Of(path))).ToList();
        figures.ShouldNotBeEmpty();
        figures.ShouldAllBe(figure => figure.F1 >= LowestPair);
        figures.Average(figure => figure.F1).ShouldBeGreaterThanOrEqualTo(LowestMean);
    }

    private static double F1Of(string path)
    {
        var labels = File.ReadAllText(path);
        var (planFile, reviewFile) = LabelledPair.FilesOf(labels);
        var pair = LabelledPair.Read(Path.GetFileNameWithoutExtension(path), labels, Text(planFile), Text(reviewFile));
        var gold = pair.Commitments.Select(item => item.Span).ToList();
        var scope = pair.IsPart ? pair.Scope : new TextSpan(gold.Min(span => span.Start), gold.Max(span => span.End));
        var found = ReportPipeline.Extract(pair.Plan).Commitments.Select(item => item.Span).Where(span => scope.Contains((span.Start + span.End) / 2)).ToList();
        var matches = found.SelectMany(span => gold.Where(label => SpanAgreement.Agree(span, label)).Select(label => (span, label)))
            .OrderByDescending(match => SpanAgreement.Overlap(match.span, match.label));
        var (usedFound, usedGold) = (new HashSet<TextSpan>(), new HashSet<TextSpan>());
        foreach (var (span, label) in matches)
            if (!usedFound.Contains(span) && !usedGold.Contains(label))
            {
                usedFound.Add(span);
                usedGold.Add(label);
            }

        return 2.0 * usedGold.Count / (found.Count + gold.Count);
    }

    private static string Text(string file) =>
        File.ReadAllText(new[] { "corpora", "seeds" }.Select(folder => Path.Combine(Shared, folder, file)).First(File.Exists));
}

/// <summary>A fact about reports that are not ours to publish.</summary>
internal sealed class NeedsLabelledReportsAttribute : FactAttribute
{
    public NeedsLabelledReportsAttribute() =>
        Skip = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("TRACKER_SHARED")) ? "TRACKER_SHARED names no folder with labelled reports." : null;
}
