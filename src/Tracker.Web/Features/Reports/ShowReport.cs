using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Features.Pairs;

namespace Tracker.Web.Features.Reports;

/// <summary>One 报告 with all that was read out of it, and what was not.</summary>
public static class ShowReport
{
    public sealed record Query(string Id) : IRequest<Result?>;

    /// <param name="Pairs">The pairs that compare it: as the plan, as the review, or not at all where another document serves the year.</param>
    /// <param name="Commitments">Of its plan; <paramref name="Claims"/> of its review.</param>
    public sealed record Result(
        StoredReport Report, IReadOnlyList<StoredPair> Pairs, IReadOnlyList<StoredCommitment> Commitments, IReadOnlyList<StoredClaim> Claims);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var report = await db.Reports.AsNoTracking().Include(r => r.Body).Include(r => r.Content)
                .SingleOrDefaultAsync(r => r.Id == query.Id, cancellationToken);
            if (report is null)
            {
                return null;
            }

            var pairs = await db.Pairs.AsNoTracking().Where(p => p.PlanReportId == report.Id || p.ReviewReportId == report.Id)
                .OrderBy(p => p.Year).ToListAsync(cancellationToken);
            var commitments = await ShowPair.Handler.WithoutCandidates(db.Commitments.AsNoTracking().Where(c => c.Pair.PlanReportId == report.Id)
                .OrderBy(c => c.PairId).ThenBy(c => c.Position)).ToListAsync(cancellationToken);
            var claims = await db.Claims.AsNoTracking().Where(c => c.Pair.ReviewReportId == report.Id)
                .OrderBy(c => c.PairId).ThenBy(c => c.Position).ToListAsync(cancellationToken);
            return new Result(report, pairs, commitments, claims);
        }
    }
}
