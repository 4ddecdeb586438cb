using Tracker.Core.Domain;
using Tracker.Core.SecondReading;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Audit;

/// <summary>Why a person's time is worth something at a commitment.</summary>
public enum AuditReason
{
    /// <summary>判读不一: the second reader gives another status than the method.</summary>
    Disputed,

    /// <summary>待重新确认: the text or the method changed under a decision.</summary>
    Stale,

    /// <summary>状态有变: the method's status is not what it was when a person last looked.</summary>
    Flipped,

    /// <summary>把握不大: the method is not sure of its status.</summary>
    Uncertain,

    /// <summary>有名有数: anyone can check it, so a wrong status is a wrong statement.</summary>
    Named,

    /// <summary>未经人看: only that no one has decided on it.</summary>
    Unseen,
}

internal static class AuditReasons
{
    /// <summary>Below this the method is not sure of its status.</summary>
    public const double Sure = AuditSureness.Sure;

    /// <summary>The weightiest first.</summary>
    public static IReadOnlyList<AuditReason> Of(StoredCommitment row)
    {
        AuditReason[] found =
        [
            .. Where(!row.IsDecided && row.IsDisputed, AuditReason.Disputed),
            .. Where(row.StaleDecisions > 0, AuditReason.Stale),
            .. Where(row.FlippedAt is not null, AuditReason.Flipped),
            .. Where(!row.IsDecided && row.Sureness < Sure, AuditReason.Uncertain),
            .. Where(!row.IsDecided && row.Specificity == Specificity.Named, AuditReason.Named),
        ];
        return found.Length == 0 && !row.IsDecided ? [AuditReason.Unseen] : found;
    }

    private static AuditReason[] Where(bool holds, AuditReason reason) => holds ? [reason] : [];
}
