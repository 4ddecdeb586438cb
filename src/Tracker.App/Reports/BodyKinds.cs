namespace Tracker.App.Reports;

/// <summary>机构类别: the kinds that <see cref="Core.Domain.ReportMetadata.BodyKind"/> names.</summary>
public static class BodyKinds
{
    public static readonly IReadOnlyList<string> All = ["cppcc", "gov", "congress", "court", "procuratorate", "discipline", "other"];
}
