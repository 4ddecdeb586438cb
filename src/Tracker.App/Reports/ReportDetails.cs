using Tracker.Core.Domain;
using Tracker.Core.Intake;
using Tracker.Data.Entities;

namespace Tracker.App.Reports;

/// <summary>What whoever hands a document in says of it; null or empty for what the document is to say itself.</summary>
/// <param name="Body">Name or id of the body.</param>
/// <param name="Reason">Why it corrects a report that is there.</param>
/// <param name="Replaces">Id of the report that it is to replace, however little they have in common; null to replace only what it is a version of.</param>
public sealed record GivenDetails(
    string? Body = null, int? PlanYear = null, int? ReviewYear = null, DocumentKind? DocumentKind = null, string Reason = "", string? Replaces = null)
{
    public static readonly GivenDetails Nothing = new();

    public bool HasYears => (PlanYear ?? ReviewYear) is not null;

    public bool SaysSomething => HasYears || Body is not null || DocumentKind is not null || Replaces is not null;
}

/// <summary>What is to be stored of a document. What was given with it goes before what a manifest says, and that before what it says itself.</summary>
internal sealed record ReportDetails(string FileName, ExtractedReport Read, ReportGuess Guess, ReportFacts? Facts, GivenDetails Given)
{
    public static ReportDetails Of(string fileName, ExtractedReport read, ReportFacts? facts, GivenDetails given) =>
        new(fileName, read, ReportGuess.Of(read, fileName), facts, given);

    public int? PlanYear => Years.Plan;

    public int? ReviewYear => Years.Review;

    public bool YearsGiven => Given.HasYears || (Facts?.Report.PlanYear ?? Facts?.Report.ReviewYear) is not null;

    public DateOnly? Delivered => Facts?.Report.Delivered ?? Read.Metadata.Delivered;

    public string Presenter => Facts is { Report.Presenter.Length: > 0 } ? Facts.Report.Presenter : Read.Metadata.Presenter;

    public DocumentKind DocumentKind => Given.DocumentKind ?? Facts?.Report.DocumentKind ?? DocumentKindWords.Of(Read.Metadata.Title, FileName);

    /// <summary>What a person has to decide. Who gave a body or a year, or laid a manifest beside the file, has decided that.</summary>
    public IReadOnlyList<Doubt> Doubts =>
    [
        .. Guess.Doubts.Where(doubt => doubt.IsAboutBody()
            ? Given.Body is null && Facts is null
            : !YearsGiven && (Facts is null || doubt == Doubt.NoYear)),
    ];

    /// <summary>One year given tells the other where the text holds both parts; one that speaks of one part alone has that part's year.</summary>
    private (int? Plan, int? Review) Years => Given.HasYears
        ? ReportYears.Held(Read, Given.PlanYear ?? Given.ReviewYear + 1, Given.ReviewYear ?? Given.PlanYear - 1)
        : ReportYears.Held(
            Read, Facts?.Report.PlanYear ?? Guess.PlanYear ?? (Facts?.Report.ReviewYear + 1), Facts?.Report.ReviewYear ?? Guess.ReviewYear ?? (Facts?.Report.PlanYear - 1));
}
