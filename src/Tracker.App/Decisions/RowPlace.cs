using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Decisions;

/// <summary>Of a stored commitment what placing decisions needs, which is little of a row.</summary>
internal sealed record RowPlace(string Id, int SpanStart, int SpanEnd, int Position, CommitmentOrigin Origin, CommitmentStanding Standing, string? PartOf)
{
    public TextSpan Span => new(SpanStart, SpanEnd);

    public static async Task<IReadOnlyList<RowPlace>> OfPairAsync(TrackerDbContext db, string pairId, CancellationToken cancellation) =>
        await db.Commitments.Where(row => row.PairId == pairId)
            .Select(row => new RowPlace(row.Id, row.SpanStart, row.SpanEnd, row.Position, row.Origin, row.Standing, row.PartOf)).ToListAsync(cancellation);

    public static RowPlace Of(StoredCommitment row) => new(row.Id, row.SpanStart, row.SpanEnd, row.Position, row.Origin, row.Standing, row.PartOf);
}
