namespace Tracker.Core.Intake;

/// <summary>存疑: why a guess about a document needs a person before it counts.</summary>
public enum Doubt
{
    /// <summary>Neither the text nor the file's name says whose report it is.</summary>
    NoBody,

    /// <summary>The text's title and opening do not name the body; only a later line or the file's name does.</summary>
    BodyNotInOpening,

    /// <summary>The file's name names another body than the text does.</summary>
    FileNamesAnotherBody,

    /// <summary>Nothing says which years it is about.</summary>
    NoYear,

    /// <summary>Neither a heading, the title, the date of delivery nor the file's name names the year; it was taken from the running text.</summary>
    YearOnlyInText,

    /// <summary>The date of delivery does not go with the year that the headings name.</summary>
    DateAgainstHeadings,

    /// <summary>The file's name names other years than the text does.</summary>
    FileNamesAnotherYear,

    /// <summary>There is a report of the same body and year with a part, the review or the plan, that this text does not hold.</summary>
    LosesPart,

    /// <summary>There is a report of the same body and year, and most of what it says is not in this text.</summary>
    UnlikeExisting,
}

/// <summary>Which doubts are about what.</summary>
public static class Doubts
{
    public static bool IsAboutBody(this Doubt doubt) => doubt is Doubt.NoBody or Doubt.BodyNotInOpening or Doubt.FileNamesAnotherBody;

    public static bool IsAboutVersions(this Doubt doubt) => doubt is Doubt.LosesPart or Doubt.UnlikeExisting;
}
