namespace Tracker.Core.Domain;

/// <summary>All that is read out of one report.</summary>
/// <param name="Source">The text as decoded, byte order mark excluded. Every span points into it.</param>
/// <param name="Remainder">What no rule consumed inside plan and review sections, so that a reader can audit what was passed over.</param>
public sealed record ExtractedReport(
    string Source, ReportMetadata Metadata, IReadOnlyList<Section> Sections, IReadOnlyList<Commitment> Commitments,
    IReadOnlyList<Claim> Claims, IReadOnlyList<TextSpan> Remainder, IReadOnlyList<Issue> Issues);
