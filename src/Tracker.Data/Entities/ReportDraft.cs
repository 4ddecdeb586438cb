using Tracker.Core.Domain;
using Tracker.Core.Intake;
using Tracker.Core.Reading;

namespace Tracker.Data.Entities;

/// <summary>草稿: a document that was handed in and does not count yet. It becomes a report when someone confirms it.</summary>
public sealed class ReportDraft
{
    /// <summary>Sorts by the time at which it was handed in.</summary>
    public required string Id { get; init; }

    /// <summary>As the file was called, without any path.</summary>
    public required string FileName { get; init; }

    /// <summary>Of the bytes as handed in: 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    public long Bytes { get; init; }

    public DraftOrigin Origin { get; init; }

    /// <summary>Who handed it in, by the name that everyone may read.</summary>
    public required string By { get; init; }

    public DateTimeOffset At { get; init; }

    public DraftState State { get; set; }

    /// <summary>Since when somebody reads it; null where nobody does.</summary>
    public DateTimeOffset? ReadingSince { get; set; }

    /// <summary>Whether it becomes a report by itself once it is read and nothing about it is in doubt.</summary>
    public bool IsDirect { get; init; }

    /// <summary>Why it cannot be used: the code and a sentence; empty unless it was refused.</summary>
    public string RefusalCode { get; set; } = "";

    public string Refusal { get; set; } = "";

    /// <summary>The report that it is to replace, where it was made from its text or handed in as its next version; null otherwise.</summary>
    public string? CorrectsId { get; init; }

    /// <summary>Why the text was corrected.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The encoding that the bytes were read in; empty before they were read.</summary>
    public string DecodedAs { get; set; } = "";

    public string Title { get; set; } = "";

    /// <summary>The existing body that it was found or said to be of; null where there is none yet.</summary>
    public string? BodyId { get; set; }

    /// <summary>Name of the body, existing or new; empty where it is not known.</summary>
    public string BodyName { get; set; } = "";

    /// <summary>As in <see cref="ReportMetadata.BodyKind"/>.</summary>
    public string BodyKind { get; set; } = "";

    /// <summary>Of a new body; empty where it is not known.</summary>
    public string BodyRegion { get; set; } = "";

    public BodyLevel? BodyLevel { get; set; }

    public int? PlanYear { get; set; }

    public int? ReviewYear { get; set; }

    public DateOnly? Delivered { get; set; }

    public string Presenter { get; set; } = "";

    /// <summary>Null before it was read, unless it was given.</summary>
    public DocumentKind? DocumentKind { get; set; }

    /// <summary>What a person has to look at before it counts.</summary>
    public IReadOnlyList<Doubt> Doubts { get; set; } = [];

    public int Commitments { get; set; }

    public int Claims { get; set; }

    /// <summary>The report that it became; null before.</summary>
    public string? ReportId { get; set; }

    /// <summary>Null once it has become a report: bytes and text are there then.</summary>
    public DraftContent? Content { get; set; }
}

/// <summary>The bytes of a draft and the text read out of them, kept apart so that a list of drafts does not carry them.</summary>
public sealed class DraftContent
{
    public required string DraftId { get; init; }

    public required byte[] SourceBytes { get; init; }

    /// <summary>Null before it was read.</summary>
    public string? Text { get; set; }

    /// <summary>Where each page of the document begins in the text.</summary>
    public PageMap Pages { get; set; } = PageMap.None;

    /// <summary>What read the text, and in which version; empty before it was read.</summary>
    public string Extractor { get; set; } = "";

    public string ExtractorVersion { get; set; } = "";

    /// <summary>What is odd about the document itself.</summary>
    public IReadOnlyList<Issue> Issues { get; set; } = [];
}

public enum DraftState
{
    /// <summary>等待识读.</summary>
    Waiting,

    /// <summary>正在识读.</summary>
    Reading,

    /// <summary>待确认.</summary>
    Ready,

    /// <summary>无法使用.</summary>
    Refused,

    /// <summary>已收入.</summary>
    Confirmed,
}

/// <summary>The way by which a document came in.</summary>
public enum DraftOrigin
{
    Page,
    Api,
    Command,
    Inbox,

    /// <summary>Someone edited a report's text.</summary>
    Edit,
}
