namespace Tracker.Data.Entities;

/// <summary>
/// 审计日志的末尾: number and hash of the newest entry, kept apart from the log. One row, written with every entry. The log goes on from here even where its
/// last entries are gone, so that a missing end stays missing whatever is written after it.
/// </summary>
public sealed class AuditEnd
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public long Sequence { get; set; }

    /// <summary>Empty before the first entry.</summary>
    public string Hash { get; set; } = "";
}
