using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Core.SecondReading;
using Tracker.Data;

namespace Tracker.App.SecondReading;

/// <summary>Learns anew what machine and reader are worth together, from labels and audits, and lays it over every pair. Asks nobody.</summary>
public static class CalibrateReader
{
    public sealed record Command : IRequest<Result>;

    /// <param name="IsCalibrated">False where too little is known: then only the queue's order changes.</param>
    /// <param name="Machine">The machine against what is known.</param>
    /// <param name="Reader">The reader against what is known.</param>
    /// <param name="Each">The machine against the reader, on the same commitments.</param>
    public sealed record Result(bool IsCalibrated, int Cases, Agreement Machine, Agreement Reader, Agreement Each, int Pairs);

    public sealed class Handler(TrackerDbContext db, KnownCases known, ReaderLayer layer, ReaderSettings settings) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var cases = settings.Enabled ? await known.AllAsync(cancellationToken) : [];
            var calibration = ReaderCalibration.Fit(cases);
            var pairs = settings.Enabled
                ? await db.Commitments.Where(row => row.ReadingId != null).Select(row => row.PairId).Distinct().OrderBy(id => id).ToListAsync(cancellationToken)
                : [];
            foreach (var id in pairs)
            {
                await db.WriteBesideAsync(
                    id,
                    async token =>
                    {
                        await layer.LayAsync(id, calibration, token);
                        return true;
                    },
                    cancellationToken);
            }

            Agreement Between(Func<RatedCase, (CommitmentStatus, CommitmentStatus)> raters) => Agreement.Of<CommitmentStatus>([.. cases.Select(raters)]);
            return new Result(
                calibration is not null, cases.Count, Between(item => (item.Machine, item.Truth)), Between(item => (item.Reader, item.Truth)),
                Between(item => (item.Machine, item.Reader)), pairs.Count);
        }
    }
}
