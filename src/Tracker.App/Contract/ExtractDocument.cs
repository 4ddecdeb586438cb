using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Core.Reading;

namespace Tracker.App.Contract;

/// <summary>The answer of <c>tracker extract --format json</c>.</summary>
/// <param name="Quantities">Every number of every commitment and claim, in the order of the text.</param>
/// <param name="Remainder">What no rule consumed inside plan and review sections.</param>
public sealed record ExtractDocument(
    string File, string Sha256, string DecodedAs, Documents.Extractor ReadBy, CompareDocument.MethodPart Method, ReportMetadata Metadata,
    IReadOnlyList<ExtractDocument.SectionPart> Sections, IReadOnlyList<ExtractDocument.CommitmentPart> Commitments,
    IReadOnlyList<ExtractDocument.ClaimPart> Claims, IReadOnlyList<QuantityPart> Quantities, IReadOnlyList<ExtractDocument.Passage> Remainder,
    IReadOnlyList<IssuePart> Issues)
{
    public static ExtractDocument Of(ExtractedReport report, InputFile file) => new(
        file.Name, file.Sha256, file.DecodedAs, file.Document.Extractor, new CompareDocument.MethodPart(MethodVersion.Current), report.Metadata with { Body = Words.OfBody(report.Metadata.Body) },
        [.. report.Sections.Select(section => SectionPart.Of(section, file.Pages))], [.. report.Commitments.Select(commitment => CommitmentPart.Of(commitment, file.Pages))],
        [.. report.Claims.Select(claim => ClaimPart.Of(claim, file.Pages))],
        QuantityPart.All(report.Commitments.SelectMany(c => c.Targets).Concat(report.Claims.SelectMany(c => c.Quantities)).OrderBy(q => q.Span), file.Pages),
        [.. report.Remainder.Select(span => new Passage(SpanPart.Of(span, file.Pages), span.Of(report.Source)))],
        IssuePart.All([.. file.Issues, .. report.Issues], file.Pages));

    public sealed record SectionPart(
        SectionKind Kind, int? Year, string Heading, int Level, SpanPart Span, IReadOnlyList<SectionPart> Children)
    {
        public static SectionPart Of(Section section, PageMap pages) => new(
            section.Kind, section.Year, section.Heading, section.Level, SpanPart.Of(section.Span, pages), [.. section.Children.Select(child => Of(child, pages))]);
    }

    public sealed record CommitmentPart(
        string Id, SpanPart Span, string Quote, SpanPart Context, string Topic, string Frame, IReadOnlyList<string> Section,
        Specificity Specificity, IReadOnlyList<QuantityPart> Targets, IReadOnlyList<string> Aspects, string Rule)
    {
        public static CommitmentPart Of(Commitment commitment, PageMap pages) => new(
            commitment.Id, SpanPart.Of(commitment.Span, pages), commitment.Quote, SpanPart.Of(commitment.Context, pages), commitment.Topic, commitment.Frame,
            commitment.SectionPath, commitment.Specificity, QuantityPart.All(commitment.Targets, pages), commitment.Aspects, commitment.Rule);
    }

    public sealed record ClaimPart(
        string Id, SpanPart Span, string Quote, SpanPart Context, IReadOnlyList<string> Section, ClaimZone Zone, bool IsLead,
        IReadOnlyList<QuantityPart> Quantities)
    {
        public static ClaimPart Of(Claim claim, PageMap pages) => new(
            claim.Id, SpanPart.Of(claim.Span, pages), claim.Quote, SpanPart.Of(claim.Context, pages), claim.SectionPath, claim.Zone, claim.IsLead,
            QuantityPart.All(claim.Quantities, pages));
    }

    public sealed record Passage(SpanPart Span, string Quote);
}
