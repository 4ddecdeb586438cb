using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Deciding;
using Tracker.Data;

namespace Tracker.App.Auditing;

/// <summary>Finds the first altered or missing entry of the audit log, and the first decision that is not as the log says it was made.</summary>
public static class VerifyLog
{
    /// <param name="Known">
    /// Number and hash of an entry as noted down elsewhere. Without it a missing end is told by the record that the database keeps of it: whoever can write
    /// to the whole database can make both agree, or calculate the whole chain anew.
    /// </param>
    public sealed record Query((long Sequence, string Hash)? Known = null) : IRequest<Result>;

    /// <param name="FirstBroken">Null when the chain holds.</param>
    /// <param name="Last">The newest entry; null for an empty log.</param>
    /// <param name="Unmatched">Id of a decision that was altered, removed or slipped in behind the log's back; null where there is none, and where the chain is broken.</param>
    public sealed record Result(long Entries, long? FirstBroken, AuditEntry? Last, string? Unmatched)
    {
        public bool Holds => FirstBroken is null && Unmatched is null;
    }

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            // The end before the entries: meanwhile others may go on writing.
            var end = await db.AuditEnds.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            var onRecord = end is null ? AuditChain.Empty : (end.Sequence, end.Hash);
            var entries = db.AuditLog.AsNoTracking().OrderBy(entry => entry.Sequence);
            var broken = AuditChain.FirstBroken(entries.AsEnumerable(), onRecord, query.Known ?? onRecord);
            var last = await entries.LastOrDefaultAsync(cancellationToken);
            var count = await entries.LongCountAsync(cancellationToken);
            return new Result(count, broken, last, broken is null ? await LoggedDecisions.FirstUnmatchedAsync(db, cancellationToken) : null);
        }
    }
}
