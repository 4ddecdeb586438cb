using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Deciding;
using Tracker.Data;

namespace Tracker.App.Auditing;

/// <summary>Finds the first altered or missing entry of the audit log.</summary>
public static class VerifyLog
{
    /// <param name="Known">Number and hash of an entry as noted down elsewhere: only with it are entries missed that were cut off at the end.</param>
    public sealed record Query((long Sequence, string Hash)? Known = null) : IRequest<Result>;

    /// <param name="FirstBroken">Null when the chain holds.</param>
    /// <param name="Last">The newest entry; null for an empty log.</param>
    public sealed record Result(long Entries, long? FirstBroken, AuditEntry? Last);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var entries = db.AuditLog.AsNoTracking().OrderBy(entry => entry.Sequence);
            var last = await entries.LastOrDefaultAsync(cancellationToken);
            var count = await entries.LongCountAsync(cancellationToken);
            return new Result(count, AuditChain.FirstBroken(entries.AsEnumerable(), query.Known), last);
        }
    }
}
