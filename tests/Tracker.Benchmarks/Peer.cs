using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Core.Training;

namespace Tracker.Benchmarks;

/// <summary>The plain method, run by Debian's Python on the same pair, with the section borders given to it.</summary>
internal sealed record Peer(TimeSpan Median, PairFigures? Figures)
{
    private const string Python = "/usr/bin/python3";

    /// <returns>Null where Python or its packages are missing.</returns>
    public static Peer? Measure(string plan, string review, int[] borders, string? labels)
    {
        if (!File.Exists(Python)) return null;
        var start = new ProcessStartInfo(Python) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] words = [Path.Combine(AppContext.BaseDirectory, "peer", "tfidf.py"), plan, review];
        foreach (var word in words.Concat(borders.Select(border => border.ToString(CultureInfo.InvariantCulture)))) start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) return errors.Result.Contains("ModuleNotFoundError", StringComparison.Ordinal) ? null : throw new InvalidOperationException(errors.Result);
        using var document = JsonDocument.Parse(output);
        var figures = labels is null ? null : FiguresOf(document.RootElement.GetProperty("result"), plan, review, labels);
        return new(TimeSpan.FromSeconds(document.RootElement.GetProperty("seconds").GetDouble()), figures);
    }

    private static PairFigures FiguresOf(JsonElement result, string planPath, string reviewPath, string labelsPath)
    {
        var (plan, review) = (File.ReadAllText(planPath), File.ReadAllText(reviewPath));
        var own = ReportPipeline.Compare(ReportPipeline.Extract(plan), ReportPipeline.Extract(review));
        var verdicts = result.GetProperty("commitments").EnumerateArray().Select(item =>
        {
            var span = SpanOf(item);
            var commitment = new Commitment(item.GetProperty("id").GetString()!, span, span.Of(plan), span, "", "", [], Specificity.Specific, [], [], "clause");
            var status = Enum.Parse<CommitmentStatus>(item.GetProperty("status").GetString()!, ignoreCase: true);
            return new Verdict(
                commitment, status, item.GetProperty("evidenced").GetDouble(), 0, 0,
                [.. item.GetProperty("evidence").EnumerateArray().Select(SpanOf).Select(found => new Evidence(found, found.Of(review), "", EvidenceRelation.Direct, 0))],
                [.. item.GetProperty("candidates").EnumerateArray().Select(SpanOf).Select(found => new Candidate(found, found.Of(review), "", 0, []))], [], []);
        }).ToList();
        return Evaluation.Evaluate(LabelledPair.Read("pair", File.ReadAllText(labelsPath), plan, review), own with { Verdicts = verdicts });
    }

    private static TextSpan SpanOf(JsonElement item)
    {
        var span = item.GetProperty("span");
        return new(span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());
    }
}
