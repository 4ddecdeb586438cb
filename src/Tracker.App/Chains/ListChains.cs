using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Chains;

/// <summary>What a body promises year after year, the longest chains first, of equals the latest.</summary>
public static class ListChains
{
    public const int PageSize = 20;

    /// <param name="Weaker">Only chains in which a verb or a number got weaker.</param>
    /// <param name="Page">From 1.</param>
    public sealed record Query(string BodyId, bool Weaker = false, int Page = 1, int Take = PageSize) : IRequest<Result?>;

    /// <param name="Total">How many there are on all pages.</param>
    /// <param name="Weakened">How many of the body's chains got weaker somewhere.</param>
    public sealed record Result(Body Body, IReadOnlyList<Item> Items, int Total, int All, int Weakened, int Page, int Pages);

    /// <param name="Id">The first commitment's id.</param>
    public sealed record Item(string Id, bool IsWeaker, IReadOnlyList<ChainReader.Step> Steps);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(query => query.Page).InclusiveBetween(1, 100_000);
            RuleFor(query => query.Take).InclusiveBetween(1, PageSize);
        }
    }

    public sealed class Handler(TrackerDbContext db, ChainReader chains) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.Bodies.AsNoTracking().SingleOrDefaultAsync(body => body.Id == query.BodyId, cancellationToken) is not { } body) return null;
            var all = await db.Renewals.Where(r => r.BodyId == query.BodyId).GroupBy(r => r.ChainId)
                .Select(chain => new { Id = chain.Key, Links = chain.Count(), Last = chain.Max(r => r.LaterYear), Weaker = chain.Count(r => r.IsWeaker) })
                .ToListAsync(cancellationToken);
            var wanted = all.Where(chain => !query.Weaker || chain.Weaker > 0)
                .OrderByDescending(chain => chain.Links).ThenByDescending(chain => chain.Last).ThenBy(chain => chain.Id, StringComparer.Ordinal).ToList();
            var page = wanted.Skip((query.Page - 1) * query.Take).Take(query.Take).ToList();
            var steps = await chains.OfChainsAsync([.. page.Select(chain => chain.Id)], cancellationToken);
            return new Result(
                body, [.. page.Select(chain => new Item(chain.Id, chain.Weaker > 0, steps[chain.Id])).Where(item => item.Steps.Count > 1)], wanted.Count, all.Count,
                all.Count(chain => chain.Weaker > 0), query.Page, Math.Max(1, (wanted.Count + query.Take - 1) / query.Take));
        }
    }
}
