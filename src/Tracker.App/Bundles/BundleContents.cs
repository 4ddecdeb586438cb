using System.Security.Cryptography;
using System.Text;
using Tracker.App.Contract;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;
using Tracker.Data.Entities;

namespace Tracker.App.Bundles;

/// <summary>Turns what is stored of a commitment into the document of its bundle.</summary>
internal static class BundleContents
{
    /// <summary>Characters of context on each side of a quotation.</summary>
    private const int Around = 120;

    /// <param name="row">With its pair, body and reports.</param>
    /// <param name="logEntries">Number of the log entry of each decision, by the decision's id.</param>
    public static BundleDocument Of(
        StoredCommitment row, PairTexts texts, IReadOnlyList<StoredDecision> decisions, IReadOnlyDictionary<string, long> logEntries, TimeZoneInfo zone)
    {
        BundleDocument.Passage InPlan(TextSpan span) => Passage(texts.PlanSource!, texts.Plan!, span);
        BundleDocument.Passage InReview(TextSpan span) => Passage(texts.ReviewSource!, texts.Review!, span);
        var pair = row.Pair;
        return new BundleDocument(
            row.Id, row.PairId, pair.BodyId, pair.Body.Name, pair.Year, MethodOf(row), ReportOf(pair.PlanReport!, texts.PlanSource!, zone),
            pair.ReviewReport is { } review ? ReportOf(review, texts.ReviewSource!, zone) : null,
            new BundleDocument.CommitmentPart(
                InPlan(row.Span), row.Topic, row.Specificity, QuantityPart.All(row.Targets), row.Rule, row.Origin, row.Standing),
            new BundleDocument.VerdictPart(
                row.Status, row.MachineStatus, row.Evidenced, row.Score, row.Confidence,
                [.. row.Evidence.Select(item => new BundleDocument.EvidencePart(InReview(item.Span), item.Relation, item.Score))],
                [.. row.MachineEvidence.Select(item => SpanPart.Of(item.Span))], ComparisonPart.All(row.Comparisons), row.Reasons),
            [.. row.Candidates.Select(item => new BundleDocument.CandidatePart(InReview(item.Span), item.Score, Features(item)))],
            [.. decisions.Select(decision => DecisionOf(decision, logEntries, zone))]);
    }

    private static BundleDocument.MethodPart MethodOf(StoredCommitment row)
    {
        var weights = MethodWeights.Shared;
        if (row.MethodVersion != weights.Method) return new(row.MethodVersion, null, null, null);
        var match = weights[MethodWeights.Match];
        return new(
            row.MethodVersion, Hash(weights.ToJson()), weights.Labels,
            new(match.Intercept, match.Names.Zip(match.Weights).ToDictionary(entry => entry.First, entry => entry.Second, StringComparer.Ordinal)));
    }

    private static BundleDocument.ReportPart ReportOf(StoredReport report, string text, TimeZoneInfo zone) => new(
        report.Id, report.FileName, report.Sha256, Hash(text), report.DecodedAs, report.Title, report.Presenter, report.Delivered, report.DocumentKind,
        TimeZoneInfo.ConvertTime(report.ImportedAt, zone));

    private static IReadOnlyList<BundleDocument.FeaturePart> Features(Candidate candidate) =>
        [.. candidate.Features.Select(feature => new BundleDocument.FeaturePart(feature.Name, feature.Value, feature.Contribution))];

    private static BundleDocument.DecisionPart DecisionOf(StoredDecision decision, IReadOnlyDictionary<string, long> logEntries, TimeZoneInfo zone)
    {
        var placement = decision.Placement!;
        var content = DecisionDigest.Content(decision);
        return new(
            content with { SignedAs = Signature.Of(content.SignedAs) }, TimeZoneInfo.ConvertTime(decision.At, zone),
            logEntries.TryGetValue(decision.Id, out var number) ? number : null, decision.MethodVersion, decision.MachineStatus, placement.CommitmentId,
            placement.Fate, placement.InForce, placement.Reason, placement.Passage is { } span ? SpanPart.Of(span) : null);
    }

    private static BundleDocument.Passage Passage(string source, AnchorText text, TextSpan span)
    {
        var start = Math.Max(0, span.Start - Around);
        var end = Math.Min(source.Length, span.End + Around);
        // Half a character could not be written as JSON.
        if (start > 0 && char.IsLowSurrogate(source[start])) start--;
        if (end < source.Length && char.IsLowSurrogate(source[end])) end++;
        return new(
            SpanPart.Of(span), span.Of(source), new(new SpanPart(start, end), source[start..end]), text.PathAt(span.Start));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
