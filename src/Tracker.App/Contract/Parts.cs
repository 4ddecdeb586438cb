using System.Text.Json.Serialization;
using Tracker.Core.Domain;
using Tracker.Core.Reading;

namespace Tracker.App.Contract;

/// <summary>Half-open, in UTF-16 code units of the source text.</summary>
/// <param name="Page">Where it begins in the document, the first page being 1; left out of documents without pages.</param>
public sealed record SpanPart(int Start, int End, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Page = null)
{
    public static SpanPart Of(TextSpan span, PageMap? pages = null) => new(span.Start, span.End, pages?.PageOf(span));
}

public sealed record QuantityPart(decimal Value, string Unit, QuantityBound Bound, QuantityMeasure Measure, string Object, SpanPart Span, string Text)
{
    public static QuantityPart Of(Quantity quantity, PageMap? pages = null) => new(
        quantity.Value, quantity.Unit, quantity.Bound, quantity.Measure, quantity.Object, SpanPart.Of(quantity.Span, pages), quantity.Text);

    public static IReadOnlyList<QuantityPart> All(IEnumerable<Quantity> quantities, PageMap? pages = null) => [.. quantities.Select(quantity => Of(quantity, pages))];
}

public sealed record IssuePart(string Code, IssueSeverity Severity, SpanPart Span, string Message)
{
    public static IReadOnlyList<IssuePart> All(IEnumerable<Issue> issues, PageMap? pages = null) =>
        [.. issues.Select(issue => new IssuePart(issue.Code, issue.Severity, SpanPart.Of(issue.Span, pages), issue.Message))];
}

public sealed record EvidencePart(SpanPart Span, string Quote, EvidenceRelation Relation, double Score)
{
    public static IReadOnlyList<EvidencePart> All(IEnumerable<Evidence> evidence, PageMap? pages = null) =>
        [.. evidence.Select(e => new EvidencePart(SpanPart.Of(e.Span, pages), e.Quote, e.Relation, ContractJson.Rounded(e.Score)))];
}

public sealed record CandidatePart(SpanPart Span, string Quote, double Score)
{
    public static IReadOnlyList<CandidatePart> All(IEnumerable<Candidate> candidates, PageMap? pages = null) =>
        [.. candidates.Select(c => new CandidatePart(SpanPart.Of(c.Span, pages), c.Quote, ContractJson.Rounded(c.Score)))];
}

public sealed record ComparisonPart(QuantityPart Target, QuantityPart? Reported, QuantityOutcome Outcome, decimal? Shortfall, string Arithmetic)
{
    public static IReadOnlyList<ComparisonPart> All(IEnumerable<QuantityComparison> comparisons, PageMap? plan = null, PageMap? review = null) =>
    [
        .. comparisons.Select(c => new ComparisonPart(
            QuantityPart.Of(c.Target, plan), c.Reported is null ? null : QuantityPart.Of(c.Reported, review), c.Outcome, c.Shortfall, c.Arithmetic)),
    ];
}

/// <summary>落实率.</summary>
/// <param name="Evidenced">Share of the commitments that the review reports on.</param>
/// <param name="FollowThrough">Null where there is no commitment.</param>
/// <param name="Interval">Low and high end; null where there is no commitment.</param>
public sealed record SummaryPart(
    int Commitments, double Evidenced, double? FollowThrough, IReadOnlyList<double>? Interval, IReadOnlyDictionary<CommitmentStatus, int> ByStatus,
    IReadOnlyDictionary<Specificity, SpecificityPart> BySpecificity)
{
    public static SummaryPart Of(FollowThrough summary) => new(
        summary.Commitments, ContractJson.Rounded(summary.Evidenced), Rounded(summary.Mean), Ends(summary.Interval), EveryStatus(summary.ByStatus),
        Enum.GetValues<Specificity>().ToDictionary(
            specificity => specificity,
            specificity => summary.BySpecificity.TryGetValue(specificity, out var part) ? SpecificityPart.Of(part) : SpecificityPart.Empty));

    internal static double? Rounded(double? value) => value is { } number ? ContractJson.Rounded(number) : null;

    internal static IReadOnlyList<double>? Ends(Interval? interval) =>
        interval is { } ends ? [ContractJson.Rounded(ends.Low), ContractJson.Rounded(ends.High)] : null;

    /// <summary>Always in the enum's order, a status that nothing has with 0.</summary>
    private static Dictionary<CommitmentStatus, int> EveryStatus(IReadOnlyDictionary<CommitmentStatus, int> counts) =>
        Enum.GetValues<CommitmentStatus>().ToDictionary(status => status, status => counts.GetValueOrDefault(status));
}

public sealed record SpecificityPart(int Count, double Evidenced, double? FollowThrough, IReadOnlyList<double>? Interval)
{
    public static readonly SpecificityPart Empty = new(0, 0, null, null);

    public static SpecificityPart Of(FollowThrough part) => new(
        part.Commitments, ContractJson.Rounded(part.Evidenced), SummaryPart.Rounded(part.Mean), SummaryPart.Ends(part.Interval));
}
