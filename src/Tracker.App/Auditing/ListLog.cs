using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Deciding;
using Tracker.Data;

namespace Tracker.App.Auditing;

/// <summary>A page of the audit log, newest first.</summary>
public static class ListLog
{
    public const int PageSize = 50;

    /// <param name="Before">Only entries with a lower number; null for the newest.</param>
    public sealed record Query(LogFilter Filter, long? Before = null) : IRequest<Result>;

    /// <param name="Next">What to ask for next as <see cref="Query.Before"/>; null on the last page.</param>
    public sealed record Result(IReadOnlyList<AuditEntry> Entries, long? Next);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var entries = query.Filter.Of(db.AuditLog);
            if (query.Before is { } before)
            {
                entries = entries.Where(entry => entry.Sequence < before);
            }

            var page = await entries.Take(PageSize + 1).ToListAsync(cancellationToken);
            return page.Count > PageSize ? new Result(page[..PageSize], page[PageSize - 1].Sequence) : new Result(page, null);
        }
    }
}
