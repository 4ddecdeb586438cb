using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;

namespace Tracker.Web.Features.Runs;

/// <summary>The runs that are going on, and how far each one is.</summary>
public static class ListOpenRuns
{
    public sealed record Query : IRequest<Result>;

    public sealed record Result(IReadOnlyList<RunProgress> Runs);

    public sealed class Handler(TrackerDbContext db, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var open = await db.Runs.AsNoTracking().Where(run => run.FinishedAt == null).OrderBy(run => run.Id).ToListAsync(cancellationToken);
            return new Result(open.ConvertAll(run => RunProgress.Of(run, now)));
        }
    }
}
