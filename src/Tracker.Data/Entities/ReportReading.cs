using Tracker.Core.Domain;

namespace Tracker.Data.Entities;

/// <summary>What one version of the method read out of one report, apart from commitments and claims, which are rows of a pair.</summary>
/// <param name="Remainder">What no rule consumed, so that a person can audit what was passed over.</param>
public sealed record ReportReading(IReadOnlyList<Section> Sections, IReadOnlyList<TextSpan> Remainder, IReadOnlyList<Issue> Issues);
