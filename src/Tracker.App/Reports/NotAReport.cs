using Tracker.Core.Domain;

namespace Tracker.App.Reports;

/// <summary>Tells a work report from any other text.</summary>
public static class NotAReport
{
    /// <exception cref="UnusableInputException"><c>no-report</c>: neither a commitment nor a claim was found.</exception>
    public static ExtractedReport Refuse(ExtractedReport report, string file) => report.Commitments.Count + report.Claims.Count > 0
        ? report
        : throw new UnusableInputException(
            "no-report", $"{file} holds neither a review of work done nor tasks for a year: hand in the Chinese text of a work report.");
}
