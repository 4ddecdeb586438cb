using Tracker.Core.Reading;

namespace Tracker.Data.Entities;

/// <summary>报告: one document as it was handed in. The same bytes are one report, whatever the file is called.</summary>
public sealed class StoredReport
{
    /// <summary>The first 16 hexadecimal digits of <see cref="Sha256"/>.</summary>
    public required string Id { get; init; }

    public required string BodyId { get; set; }

    public Body Body { get; set; } = null!;

    /// <summary>The year that it plans; null where it holds no plan.</summary>
    public int? PlanYear { get; set; }

    /// <summary>The year that it reviews; null where it holds no review.</summary>
    public int? ReviewYear { get; set; }

    /// <summary>Whether the years were given with the file; otherwise each new version of the method reads them from the text again.</summary>
    public bool YearsGiven { get; set; }

    public DateOnly? Delivered { get; set; }

    public string Presenter { get; set; } = "";

    public DocumentKind DocumentKind { get; set; }

    public string Title { get; set; } = "";

    public string FileName { get; set; } = "";

    /// <summary>Of the bytes as handed in: 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The encoding that the bytes were read in, such as <c>utf-8</c> or <c>gb18030</c>.</summary>
    public string DecodedAs { get; set; } = "";

    public DateTimeOffset ImportedAt { get; set; }

    /// <summary>Who handed it in or confirmed it, by the name that everyone may read; empty for what came in before that was noted.</summary>
    public string ImportedBy { get; set; } = "";

    /// <summary>The first version of the same report; null for the first one itself.</summary>
    public string? FirstVersionId { get; set; }

    /// <summary>The version that counts in this one's stead; null for the one that counts.</summary>
    public string? SupersededById { get; set; }

    /// <summary>Why it corrects the version before it; empty where nobody said.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The version of the method that <see cref="Reading"/> and the years come from.</summary>
    public string ReadWith { get; set; } = "";

    /// <summary>What the method made of the text.</summary>
    public required ReportReading Reading { get; set; }

    /// <summary>Bytes and text, kept apart so that a list of reports does not carry them.</summary>
    public ReportContent Content { get; set; } = null!;
}

/// <summary>The bytes of a report and the text read out of them.</summary>
public sealed class ReportContent
{
    public required string ReportId { get; init; }

    public required byte[] SourceBytes { get; init; }

    /// <summary>The text as decoded, byte order mark excluded. Every stored span points into it.</summary>
    public required string Text { get; init; }

    /// <summary>Where each page of the document begins in the text; none for a document without pages.</summary>
    public PageMap Pages { get; init; } = PageMap.None;

    /// <summary>What read the text out of the bytes, and in which version; empty for what came in before that was noted.</summary>
    public string Extractor { get; init; } = "";

    public string ExtractorVersion { get; init; } = "";
}

/// <summary>What kind of document a report came as. Of several for one year the first kind in this order is compared.</summary>
public enum DocumentKind
{
    /// <summary>报告全文: the report as read to the plenary session.</summary>
    FullReport,

    /// <summary>图解: headings and slogans of an infographic.</summary>
    Infographic,

    /// <summary>摘要、综述: a newspaper's account.</summary>
    Summary,
}
