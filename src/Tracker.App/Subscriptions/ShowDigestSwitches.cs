using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>Which of the digest's offers are on.</summary>
public static class ShowDigestSwitches
{
    public sealed record Query : IRequest<IReadOnlySet<DigestOffer>>;

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, IReadOnlySet<DigestOffer>>
    {
        public async Task<IReadOnlySet<DigestOffer>> Handle(Query query, CancellationToken cancellationToken) =>
            (await db.DigestSwitches.Where(offer => offer.IsOn).Select(offer => offer.Offer).ToListAsync(cancellationToken)).ToHashSet();
    }
}
