using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Core.SecondReading;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.SecondReading;

/// <summary>What the second reader said of one commitment, with what that cost.</summary>
public static class ShowReading
{
    /// <param name="CommitmentId">Of a commitment that whoever asks may see.</param>
    public sealed record Query(string CommitmentId) : IRequest<Result?>;

    /// <param name="Evidence">In the order of <paramref name="Reading"/>'s numbers.</param>
    /// <param name="Suggestions">Without what an auditor has added meanwhile.</param>
    public sealed record Result(
        ReaderReading Reading, CommitmentStatus? MachineStatus, IReadOnlyList<Evidence> Evidence, CommitmentStatus? JointStatus, double? JointConfidence, bool IsDisputed,
        IReadOnlyList<ReaderSuggestion> Suggestions);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var row = await db.Commitments.AsNoTracking().Where(c => c.Id == query.CommitmentId && c.ReadingId != null).SingleOrDefaultAsync(cancellationToken);
            var reading = row is null ? null : await db.ReaderReadings.AsNoTracking().SingleOrDefaultAsync(stored => stored.Id == row.ReadingId, cancellationToken);
            if (reading is null) return null;
            var known = reading.Suggestions.Any(item => item.Kind == SuggestionKind.Missed)
                ? await db.Commitments.Where(c => c.PairId == row!.PairId && c.Standing == CommitmentStanding.Counted).Select(c => c.Quote).ToListAsync(cancellationToken)
                : [];
            var quotes = known.Select(AnswerReader.Bare).ToHashSet(StringComparer.Ordinal);
            return new Result(
                reading, row!.MachineStatus, row.ReaderEvidence, row.JointStatus, row.JointConfidence, row.IsDisputed,
                [.. reading.Suggestions.Where(item => item.Kind != SuggestionKind.Missed || !quotes.Contains(AnswerReader.Bare(item.Words)))]);
        }
    }
}
