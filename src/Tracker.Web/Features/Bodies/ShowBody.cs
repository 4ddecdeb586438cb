using MediatR;
using Microsoft.EntityFrameworkCore;
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
    public sealed record Result(Body Body, IReadOnlyList<ListPairs.PairLine> Pairs, IReadOnlyList<ListReports.ReportLine> Reports);

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
                    p.Id, p.BodyId, p.Body.Name, p.Year, p.State, p.PlanReportId, p.ReviewReportId, p.Commitments.Count(c => c.Standing == CommitmentStanding.Counted), p.Claims.Count, p.Summary,
                    p.MethodVersion, p.ScoredAt))
                .ToListAsync(cancellationToken);
            var reports = await db.Reports.AsNoTracking().Where(r => r.BodyId == body.Id).OrderByDescending(r => r.Delivered).ThenBy(r => r.Id)
                .Select(r => new ListReports.ReportLine(
                    r.Id, r.BodyId, r.Body.Name, r.Title, r.PlanYear, r.ReviewYear, r.Delivered, r.Presenter, r.DocumentKind, r.FileName, r.Sha256,
                    r.DecodedAs, r.ImportedAt))
                .ToListAsync(cancellationToken);
            return new Result(body, pairs, reports);
        }
    }
}
