using MediatR;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.Data.Entities;

namespace Tracker.App.Mail;

/// <summary>Says yes to a subscription by the link that was sent to the address: from then on the address counts as its owner's.</summary>
public static class ConfirmSubscription
{
    /// <summary>What the link is about, before anything happens.</summary>
    public sealed record Query(string Link) : IRequest<Subscription?>;

    public sealed record Command(string Link) : IRequest<Subscription?>, ITransactional;

    public sealed class Handler(SignedLinks links, AuditLog log, Actor actor, TimeProvider time)
        : IRequestHandler<Query, Subscription?>, IRequestHandler<Command, Subscription?>
    {
        /// <returns>Null for a link that is good for nothing, one whose subscription has ended included.</returns>
        public async Task<Subscription?> Handle(Query query, CancellationToken cancellationToken) =>
            await links.CheckAsync(query.Link, [LinkPurpose.Confirm], cancellationToken) is { } link ? Of(link) : null;

        /// <inheritdoc cref="Handle(Query, CancellationToken)"/>
        public async Task<Subscription?> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await links.CheckAsync(command.Link, [LinkPurpose.Confirm], cancellationToken) is not { } link || Of(link) is not { } subscription) return null;
            if (subscription.ConfirmedAt is not null) return subscription;
            var now = time.GetUtcNow();
            subscription.ConfirmedAt = now;

            // Asked again after mail came back: the same is told of once.
            foreach (var same in link.Reader.Subscriptions.Where(own => own != subscription && own.EndedAt is null && own.Scope == subscription.Scope && own.Value == subscription.Value)) same.EndedAt = now;
            (link.Reader.State, link.Reader.ConfirmedAt) = (ReaderState.Confirmed, link.Reader.ConfirmedAt ?? now);
            actor.Is(Actor.Nobody);
            await log.AppendAsync(AuditKinds.Mail, link.Reader.Id, new { step = "confirmed", subscription = subscription.Id }, cancellationToken);
            return subscription;
        }

        private static Subscription? Of(SignedLinks.Link link) =>
            link.Reader.Subscriptions.SingleOrDefault(subscription => subscription.Id == link.Subject && subscription.EndedAt is null);
    }
}
