using System.Text.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.Core.Pipeline;
using Tracker.Core.Training.Accuracy;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Method;

public sealed class MethodModel(Wording words) : PageModel
{
    /// <summary>The figures that the page shows, by their names in the measurement.</summary>
    public static readonly IReadOnlyList<string> Figures =
        ["commitment_f1", "map5", "evidence_f1", "status_macro_f1", "status_qwk", "end_to_end_f1", "brier", "rate_error"];

    /// <summary>Those that the families of inputs change.</summary>
    public static readonly IReadOnlyList<string> AblationFigures = ["map5", "evidence_f1", "status_macro_f1", "end_to_end_f1", "brier"];

    private static readonly string[] SetNames = ["method.firstPairs", "method.nextPairs", "method.lastPairs"];

    public string Version { get; } = MethodVersion.Current;

    public AccuracyRecord Measured { get; } = AccuracyRecord.Shared;

    public int LabelledCommitments => Measured.Sets.Sum(set => set.Pairs.Sum(pair => pair.Statuses.Values.Sum()));

    /// <summary>Kinds of mistakes that were made, the most frequent first.</summary>
    public IEnumerable<MistakeCount> Mistakes => Measured.Mistakes.Where(mistake => mistake.Commitments > 0).OrderByDescending(mistake => mistake.Commitments);

    /// <summary>By when a set was labelled: first, next, last.</summary>
    public string NameOf(MeasuredSet set) => words[SetNames[Measured.Sets.TakeWhile(other => other != set).Count()], set.Pairs.Count];

    /// <summary>What the chart of stated against seen probabilities draws; the table below it has the same figures.</summary>
    public string ReliabilityChart => Chart("method.stated", "method.seen", set => set.Reliability.Select(band => new[] { band.Stated, band.Seen }), words["method.perfect"]);

    /// <summary>What the chart of risk against coverage draws.</summary>
    public string CoverageChart => Chart("method.coverageShare", "method.statusRight", set => set.Coverage.Select(point => new[] { point.Coverage, point.Accuracy }), null);

    private string Chart(string across, string up, Func<MeasuredSet, IEnumerable<double[]>> points, string? diagonal) => JsonSerializer.Serialize(
        new { across = words[across], up = words[up], diagonal, series = Measured.Sets.Select(set => new { name = NameOf(set), points = points(set) }) },
        JsonSerializerOptions.Web);
}
