using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;

namespace Tracker.Web.Features.Developers;

/// <summary>Ids of what there is, so that a first try finds something.</summary>
public static class ShowExamples
{
    public sealed record Query : IRequest<IReadOnlyDictionary<string, string>>;

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, IReadOnlyDictionary<string, string>>
    {
        /// <returns>By the word of the address after the version.</returns>
        public async Task<IReadOnlyDictionary<string, string>> Handle(Query query, CancellationToken cancellationToken)
        {
            var examples = new Dictionary<string, string>(StringComparer.Ordinal);
            var pair = await db.Pairs.Where(pair => pair.PlanReportId != null && pair.ReviewReportId != null).OrderBy(pair => pair.Id)
                .Select(pair => new { pair.Id, pair.BodyId, Report = pair.PlanReportId! }).FirstOrDefaultAsync(cancellationToken);
            if (pair is not null)
            {
                (examples["bodies"], examples["pairs"], examples["reports"]) = (pair.BodyId, pair.Id, pair.Report);
                var commitment = await db.Commitments.Where(commitment => commitment.PairId == pair.Id).OrderBy(commitment => commitment.Position)
                    .Select(commitment => commitment.Id).FirstOrDefaultAsync(cancellationToken);
                if (commitment is not null) examples["commitments"] = commitment;
            }

            var run = await db.Runs.OrderByDescending(run => run.Id).Select(run => run.Id).FirstOrDefaultAsync(cancellationToken);
            if (run is not null) examples["runs"] = run;
            return examples;
        }
    }
}
