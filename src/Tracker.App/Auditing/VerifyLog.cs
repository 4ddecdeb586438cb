using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Deciding;
using Tracker.Data;

namespace Tracker.App.Auditing;

/// <summary>Finds the first altered or missing entry of the audit log, and the first decision that is not as the log says it was made.</summary>
public static class VerifyLog
{
    /// <param name="Known">Number and hash of an entry as noted down elsewhere: only with it are entries missed that were cut off at the end.</param>
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
            var entries = db.AuditLog.AsNoTracking().OrderBy(entry => entry.Sequence);
            var last = await entries.LastOrDefaultAsync(cancellationToken);
            var count = await entries.LongCountAsync(cancellationToken);
            var broken = AuditChain.FirstBroken(entries.AsEnumerable(), query.Known);
            return new Result(count, broken, last, broken is null ? await LoggedDecisions.FirstUnmatchedAsync(db, cancellationToken) : null);
        }
    }
}
