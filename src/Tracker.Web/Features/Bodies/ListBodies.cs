using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;

namespace Tracker.Web.Features.Bodies;

/// <summary>All 机构, by name.</summary>
public static class ListBodies
{
    public sealed record Query : IRequest<Result>;

    public sealed record Result(IReadOnlyList<BodyLine> Items, string? Next = null);

    public sealed record BodyLine(string Id, string Name, string Kind, string Region, IReadOnlyList<int> Years, int Reports);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var bodies = await db.Bodies.AsNoTracking().OrderBy(body => body.Id).ToListAsync(cancellationToken);
            var years = (await db.Pairs.Select(pair => new { pair.BodyId, pair.Year }).ToListAsync(cancellationToken)).ToLookup(pair => pair.BodyId, pair => pair.Year);
            var reports = await db.Reports.Where(report => report.SupersededById == null).GroupBy(report => report.BodyId).Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
            return new Result([.. bodies.Select(body => new BodyLine(
                body.Id, body.Name, body.Kind, body.Region, [.. years[body.Id].Order()], reports.GetValueOrDefault(body.Id)))]);
        }
    }
}
