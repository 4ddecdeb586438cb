using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Mail;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>What subscriptions are about, as their readers know it: a body by its name, a commitment by its words.</summary>
public static class NameFilters
{
    private const int LongestQuote = 80;

    public sealed record Query(IReadOnlyList<SubscriptionFilter> Filters) : IRequest<IReadOnlyList<Named>>;

    /// <param name="Name">The value itself where a person can read it, or where what it names is gone.</param>
    public sealed record Named(SubscriptionScope Scope, string Value, string Name);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, IReadOnlyList<Named>>
    {
        public async Task<IReadOnlyList<Named>> Handle(Query query, CancellationToken cancellationToken)
        {
            var bodies = Values(query, SubscriptionScope.Body);
            var names = await db.Bodies.Where(body => bodies.Contains(body.Id)).ToDictionaryAsync(body => body.Id, body => body.Name, cancellationToken);
            var commitments = Values(query, SubscriptionScope.Commitment);
            var quotes = await db.Commitments.Where(commitment => commitments.Contains(commitment.Id))
                .ToDictionaryAsync(commitment => commitment.Id, commitment => PlainLine.Of(commitment.Quote, LongestQuote), cancellationToken);
            return
            [
                .. query.Filters.Select(filter => new Named(filter.Scope, filter.Value, filter.Scope switch
                {
                    SubscriptionScope.Body => names.GetValueOrDefault(filter.Value, filter.Value),
                    SubscriptionScope.Commitment => quotes.GetValueOrDefault(filter.Value, filter.Value),
                    _ => filter.Value,
                })),
            ];
        }

        private static List<string> Values(Query query, SubscriptionScope scope) => [.. query.Filters.Where(filter => filter.Scope == scope).Select(filter => filter.Value)];
    }
}
