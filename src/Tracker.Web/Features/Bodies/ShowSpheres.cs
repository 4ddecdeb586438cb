using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Classifying;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Score;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Bodies;

/// <summary>领域: a body's year by field of work, what was promised beside what was done without a promise.</summary>
public static class ShowSpheres
{
    public sealed record Query(string PairId) : IRequest<Result>;

    /// <param name="Rows">Fields with something in them, in the order of <see cref="Sphere"/>. What is about two fields is in both.</param>
    /// <param name="Claims">举措 of the year.</param>
    /// <param name="Unpromised">计划外工作: those of them that answer no commitment.</param>
    public sealed record Result(IReadOnlyList<Row> Rows, int Claims, int Unpromised);

    /// <param name="Named">How many of the commitments are 有名有数.</param>
    /// <param name="Summary">Null while the year awaits its review.</param>
    public sealed record Row(Sphere Sphere, int Commitments, int Named, FollowThrough? Summary, int Unpromised);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var commitments = await db.Commitments.AsNoTracking().Where(c => c.PairId == query.PairId && c.Standing == CommitmentStanding.Counted)
                .Select(c => new { c.Quote, c.SectionPath, c.Specificity, c.Status }).ToListAsync(cancellationToken);
            var claims = await db.Claims.AsNoTracking().Where(c => c.PairId == query.PairId && c.Zone == ClaimZone.Year && !c.IsLead)
                .Select(c => new { c.Quote, c.SectionPath, c.Supports }).ToListAsync(cancellationToken);
            var promised = commitments.SelectMany(c => SphereJudge.Of(c.Quote, c.SectionPath), (c, sphere) => (sphere, c)).ToLookup(pair => pair.sphere, pair => pair.c);
            var unpromised = claims.Where(c => c.Supports.Count == 0).ToList();
            var beside = unpromised.SelectMany(c => SphereJudge.Of(c.Quote, c.SectionPath)).CountBy(sphere => sphere).ToDictionary();
            return new Result(
                [.. Enum.GetValues<Sphere>().Where(sphere => promised.Contains(sphere) || beside.ContainsKey(sphere)).Select(sphere =>
                {
                    var judged = promised[sphere].Where(c => c.Status is not null).Select(c => (c.Specificity, c.Status!.Value)).ToList();
                    return new Row(
                        sphere, promised[sphere].Count(), promised[sphere].Count(c => c.Specificity == Specificity.Named),
                        judged.Count == 0 ? null : FollowThroughSummary.Of(judged), beside.GetValueOrDefault(sphere));
                })],
                claims.Count, unpromised.Count);
        }
    }
}
