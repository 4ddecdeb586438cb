using Tracker.Core.Domain;

namespace Tracker.Core.Intake;

/// <summary>推测: whose report a document is and of which years, as its title, its headings, its date and the file's name say it.</summary>
/// <remarks>
/// The rule: a guess is sure if the opening of the text names the body, a heading, the title, the date or the file's name names the year
/// that the text is about, and nothing that names a body or a year names another one. Whatever is missing or at odds is a <see cref="Doubt"/>, and a person decides.
/// </remarks>
/// <param name="Body">Short name such as 太原市政协; empty where nothing names one.</param>
/// <param name="BodyKind">As in <see cref="ReportMetadata.BodyKind"/>.</param>
/// <param name="PlanYear">The year that it plans; null where it holds no plan, or no year is named.</param>
/// <param name="ReviewYear">The year that it reviews; null where it holds no review, or no year is named.</param>
/// <param name="Doubts">Empty where the guess is sure.</param>
public sealed record ReportGuess(string Body, string BodyKind, int? PlanYear, int? ReviewYear, IReadOnlyList<Doubt> Doubts)
{
    public bool IsSure => Doubts.Count == 0;

    /// <param name="fileName">As it was called where it came from.</param>
    public static ReportGuess Of(ExtractedReport report, string fileName)
    {
        ArgumentNullException.ThrowIfNull(report);
        var named = NamedByFile.Read(fileName);
        var (body, kind, bodyDoubt) = BodyGuess.Of(report, named);
        var (plan, review, yearDoubts) = YearGuess.Of(report, named);
        return new ReportGuess(body, kind, plan, review, bodyDoubt is { } doubt ? [doubt, .. yearDoubts] : yearDoubts);
    }
}
