using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Mail;

/// <summary>退订 by a link of a mail: ends what the link is about and nothing else. Neither login nor cookie is asked for.</summary>
public static class Unsubscribe
{
    /// <summary>What the link is about, before anything happens.</summary>
    public sealed record Query(string Link) : IRequest<Result?>;

    public sealed record Command(string Link) : IRequest<Result?>, ITransactional;

    /// <param name="Subscriptions">Those that the link is about; one that had ended before stays as it ended.</param>
    public sealed record Result(DigestLanguage Language, IReadOnlyList<Subscription> Subscriptions)
    {
        public bool IsOver => Subscriptions.All(subscription => subscription.EndedAt is not null);
    }

    public sealed class Handler(TrackerDbContext db, SignedLinks links, AuditLog log, Actor actor, TimeProvider time)
        : IRequestHandler<Query, Result?>, IRequestHandler<Command, Result?>
    {
        /// <returns>Null for a link that is good for nothing.</returns>
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken) => (await FindAsync(query.Link, cancellationToken))?.Result;

        /// <returns>Null for a link that is good for nothing: then nothing changes.</returns>
        public async Task<Result?> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await FindAsync(command.Link, cancellationToken) is not { } found) return null;
            var open = found.Result.Subscriptions.Where(subscription => subscription.EndedAt is null).ToList();
            if (open.Count == 0) return found.Result;
            open.ForEach(subscription => subscription.EndedAt = time.GetUtcNow());
            actor.Is(Actor.Nobody);
            await log.AppendAsync(
                AuditKinds.Mail, found.Reader.Id, new { step = "unsubscribed", subscriptions = open.ConvertAll(subscription => subscription.Id) }, cancellationToken);
            return found.Result;
        }

        private async Task<(Reader Reader, Result Result)?> FindAsync(string token, CancellationToken cancellation)
        {
            if (await links.CheckAsync(token, [LinkPurpose.Unsubscribe, LinkPurpose.UnsubscribeMail], cancellation) is not { } link) return null;
            IReadOnlyList<string> ids = [link.Subject];
            if (link.Purpose == LinkPurpose.UnsubscribeMail)
            {
                var mail = await db.Outbox.AsNoTracking().SingleOrDefaultAsync(m => m.Id == link.Subject && m.ReaderId == link.Reader.Id, cancellation);
                ids = mail?.Subscriptions ?? [];
            }

            var subscriptions = link.Reader.Subscriptions.Where(subscription => ids.Contains(subscription.Id)).ToList();
            return subscriptions.Count == 0 ? null : (link.Reader, new Result(link.Reader.Language, subscriptions));
        }
    }
}
