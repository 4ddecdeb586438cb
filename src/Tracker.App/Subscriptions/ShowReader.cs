using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>One reader with all subscriptions and the last mails, for administrators.</summary>
public static class ShowReader
{
    private const int LastMails = 10;

    public sealed record Query(string Id) : IRequest<Result?>;

    /// <param name="Subscriptions">The newest first, ended ones included.</param>
    /// <param name="Mails">With their content, the newest first.</param>
    public sealed record Result(Reader Reader, IReadOnlyList<Subscription> Subscriptions, IReadOnlyList<OutboxMail> Mails);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result?>
    {
        /// <returns>Null where there is no such reader any more.</returns>
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var reader = await db.Readers.AsNoTracking().Include(found => found.Subscriptions)
                .SingleOrDefaultAsync(found => found.Id == query.Id && found.Address != "" && found.Robot == null, cancellationToken);
            if (reader is null) return null;
            var mails = await db.Outbox.AsNoTracking().Include(mail => mail.Content).Where(mail => mail.ReaderId == reader.Id)
                .OrderByDescending(mail => mail.Id).Take(LastMails).ToListAsync(cancellationToken);
            return new Result(reader, [.. reader.Subscriptions.OrderByDescending(own => own.Id, StringComparer.Ordinal)], mails);
        }
    }
}
