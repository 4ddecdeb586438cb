using Tracker.Core.Domain;
using Tracker.Core.Pipeline;

namespace Tracker.App.Contract;

/// <summary>The answer of <c>tracker extract --format json</c>.</summary>
/// <param name="Quantities">Every number of every commitment and claim, in the order of the text.</param>
/// <param name="Remainder">What no rule consumed inside plan and review sections.</param>
public sealed record ExtractDocument(
    string File, string Sha256, string DecodedAs, CompareDocument.MethodPart Method, ReportMetadata Metadata,
    IReadOnlyList<ExtractDocument.SectionPart> Sections, IReadOnlyList<ExtractDocument.CommitmentPart> Commitments,
    IReadOnlyList<ExtractDocument.ClaimPart> Claims, IReadOnlyList<QuantityPart> Quantities, IReadOnlyList<ExtractDocument.Passage> Remainder,
    IReadOnlyList<IssuePart> Issues)
{
    public static ExtractDocument Of(ExtractedReport report, InputFile file) => new(
        file.Name, file.Sha256, file.DecodedAs, new CompareDocument.MethodPart(MethodVersion.Current), report.Metadata with { Body = Words.OfBody(report.Metadata.Body) },
        [.. report.Sections.Select(SectionPart.Of)], [.. report.Commitments.Select(CommitmentPart.Of)], [.. report.Claims.Select(ClaimPart.Of)],
        QuantityPart.All(report.Commitments.SelectMany(c => c.Targets).Concat(report.Claims.SelectMany(c => c.Quantities)).OrderBy(q => q.Span)),
        [.. report.Remainder.Select(span => new Passage(SpanPart.Of(span), span.Of(report.Source)))], IssuePart.All(report.Issues));

    public sealed record SectionPart(
        SectionKind Kind, int? Year, string Heading, int Level, SpanPart Span, IReadOnlyList<SectionPart> Children)
    {
        public static SectionPart Of(Section section) => new(
            section.Kind, section.Year, section.Heading, section.Level, SpanPart.Of(section.Span), [.. section.Children.Select(Of)]);
    }

    public sealed record CommitmentPart(
        string Id, SpanPart Span, string Quote, SpanPart Context, string Topic, string Frame, IReadOnlyList<string> Section,
        Specificity Specificity, IReadOnlyList<QuantityPart> Targets, IReadOnlyList<string> Aspects, string Rule)
    {
        public static CommitmentPart Of(Commitment commitment) => new(
            commitment.Id, SpanPart.Of(commitment.Span), commitment.Quote, SpanPart.Of(commitment.Context), commitment.Topic, commitment.Frame,
            commitment.SectionPath, commitment.Specificity, QuantityPart.All(commitment.Targets), commitment.Aspects, commitment.Rule);
    }

    public sealed record ClaimPart(
        string Id, SpanPart Span, string Quote, SpanPart Context, IReadOnlyList<string> Section, ClaimZone Zone, bool IsLead,
        IReadOnlyList<QuantityPart> Quantities)
    {
        public static ClaimPart Of(Claim claim) => new(
            claim.Id, SpanPart.Of(claim.Span), claim.Quote, SpanPart.Of(claim.Context), claim.SectionPath, claim.Zone, claim.IsLead,
            QuantityPart.All(claim.Quantities));
    }

    public sealed record Passage(SpanPart Span, string Quote);
}
