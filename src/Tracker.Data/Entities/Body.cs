using Tracker.Core.Domain;

namespace Tracker.Data.Entities;

/// <summary>机构: a public body whose reports are held against each other.</summary>
public sealed class Body
{
    /// <summary>Readable and stable, such as <c>taiyuan-cppcc</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Short name, such as 太原市政协.</summary>
    public required string Name { get; set; }

    /// <summary>One of the kinds of <see cref="ReportMetadata.BodyKind"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>Province and city, such as 山西省太原市; empty where it is not known.</summary>
    public string Region { get; set; } = "";

    /// <summary>Null where nobody said and the name does not tell.</summary>
    public BodyLevel? Level { get; set; }
}
