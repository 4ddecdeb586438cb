using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Features.Pairs;
using Tracker.Web.Features.Reports;

namespace Tracker.Web.Features.Bodies;

/// <summary>One 机构: its years and its reports.</summary>
public static class ShowBody
{
    public sealed record Query(string Id) : IRequest<Result?>;

    /// <param name="Pairs">The newest year first.</param>
    /// <param name="Work">What was done in each scored year, by pair.</param>
    public sealed record Result(
        Body Body, IReadOnlyList<ListPairs.PairLine> Pairs, IReadOnlyDictionary<string, WorkDone> Work, IReadOnlyList<ListReports.ReportLine> Reports);

    /// <param name="Promised">举措 that answer a commitment.</param>
    /// <param name="Unpromised">计划外工作.</param>
    public sealed record WorkDone(int Promised, int Unpromised);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var body = await db.Bodies.AsNoTracking().SingleOrDefaultAsync(b => b.Id == query.Id, cancellationToken);
            if (body is null)
            {
                return null;
            }

            var pairs = await db.Pairs.AsNoTracking().Where(p => p.BodyId == body.Id).OrderByDescending(p => p.Year)
                .Select(p => new ListPairs.PairLine(
                    p.Id, p.BodyId, p.Body.Name, p.Year, p.State, p.PlanReportId, p.ReviewReportId, p.CountedCommitments, p.ClaimCount, p.Summary,
                    p.MethodVersion, p.ScoredAt))
                .ToListAsync(cancellationToken);
            var reports = await db.Reports.AsNoTracking().Where(r => r.BodyId == body.Id && r.SupersededById == null).OrderByDescending(r => r.Delivered).ThenBy(r => r.Id)
                .Select(r => new ListReports.ReportLine(
                    r.Id, r.BodyId, r.Body.Name, r.Title, r.PlanYear, r.ReviewYear, r.Delivered, r.Presenter, r.DocumentKind, r.FileName, r.Sha256,
                    r.DecodedAs, r.ImportedAt))
                .ToListAsync(cancellationToken);
            return new Result(body, pairs, await WorkAsync(body.Id, cancellationToken), reports);
        }

        private async Task<IReadOnlyDictionary<string, WorkDone>> WorkAsync(string bodyId, CancellationToken cancellation)
        {
            IReadOnlyList<string> none = [];
            var counts = await db.Claims
                .Where(claim => claim.Pair.BodyId == bodyId && claim.Pair.State == PairState.Scored && claim.Zone == ClaimZone.Year && !claim.IsLead)
                .GroupBy(claim => claim.PairId)
                .Select(group => new { group.Key, All = group.Count(), Unpromised = group.Count(claim => claim.Supports == none) })
                .ToListAsync(cancellation);
            return counts.ToDictionary(count => count.Key, count => new WorkDone(count.All - count.Unpromised, count.Unpromised), StringComparer.Ordinal);
        }
    }
}
