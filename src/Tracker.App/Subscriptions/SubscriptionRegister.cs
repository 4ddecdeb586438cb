using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>订阅 as both ways to subscribe make them: by account, and by an address that has to say yes first.</summary>
public sealed class SubscriptionRegister(TrackerDbContext db, TimeProvider time)
{
    private const int MostOfOneReader = 200;

    /// <exception cref="UnusableInputException"><c>bad-filter</c>: what it names does not exist.</exception>
    public async Task CheckAsync(SubscriptionFilter filter, CancellationToken cancellation)
    {
        var exists = filter.Scope switch
        {
            SubscriptionScope.Body => await db.Bodies.AnyAsync(body => body.Id == filter.Value, cancellation),
            SubscriptionScope.Region => await db.Bodies.AnyAsync(body => body.Region.Contains(filter.Value), cancellation),
            SubscriptionScope.Commitment => await db.Commitments.AnyAsync(commitment => commitment.Id == filter.Value, cancellation),
            _ => true,
        };
        if (!exists) throw new UnusableInputException("bad-filter", $"There is no {filter.Scope} '{filter.Value}': choose one that is listed.");
    }

    /// <summary>The subscription with this filter that is not over; null where there is none.</summary>
    public static Subscription? Find(Reader reader, SubscriptionFilter filter) => reader.Subscriptions
        .FirstOrDefault(known => known.EndedAt is null && known.ConfirmedAt is not null && SubscriptionFilter.Of(known) == filter);

    /// <param name="confirmed">When its reader said yes; null where they have yet to.</param>
    /// <exception cref="UnusableInputException"><c>too-many-subscriptions</c>.</exception>
    public Subscription Add(Reader reader, SubscriptionFilter filter, DigestFrequency frequency, DateTimeOffset? confirmed)
    {
        if (reader.Subscriptions.Count(known => known.EndedAt is null) >= MostOfOneReader)
            throw new UnusableInputException("too-many-subscriptions", $"A reader has {MostOfOneReader} subscriptions at most: end one first.");
        return db.Subscriptions.Add(new Subscription
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
            ReaderId = reader.Id,
            Reader = reader,
            Scope = filter.Scope,
            Value = filter.Value,
            Frequency = frequency,
            CreatedAt = time.GetUtcNow(),
            ConfirmedAt = confirmed,
        }).Entity;
    }
}
