using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Features.Bodies;
using Tracker.Web.Features.Pairs;

namespace Tracker.Web.Features.Compare;

/// <summary>并排比较: years of one or several bodies beside each other. Where intervals overlap nothing is said of higher or lower.</summary>
public static class CompareYears
{
    /// <summary>More do not fit beside each other.</summary>
    public const int MostColumns = 4;

    /// <param name="Pairs">Which, in the order of the columns; unknown ones are left out.</param>
    /// <param name="Body">One more, at the end, with <paramref name="Year"/>.</param>
    public sealed record Query(IReadOnlyList<string> Pairs, string? Body = null, int? Year = null) : IRequest<Result>;

    /// <param name="Missing">Whether the year asked for is not there.</param>
    public sealed record Result(IReadOnlyList<Column> Columns, bool Missing, IReadOnlyList<Choice> Bodies, IReadOnlyList<int> Years);

    public sealed record Choice(string Id, string Name);

    /// <param name="Work">What the review says was done; null unless scored.</param>
    public sealed record Column(ListPairs.PairLine Pair, ShowBody.WorkDone? Work);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(query => query.Pairs).Must(pairs => pairs.Count <= MostColumns).WithMessage($"一次最多并列{MostColumns}个年度。");
            RuleFor(query => query.Body).MaximumLength(100);
        }
    }

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var added = string.IsNullOrEmpty(query.Body) ? null
                : await db.Pairs.Where(p => p.BodyId == query.Body && p.Year == query.Year).Select(p => p.Id).FirstOrDefaultAsync(cancellationToken);
            var wanted = (added is null ? query.Pairs : [.. query.Pairs, added]).Distinct(StringComparer.Ordinal).Take(MostColumns).ToList();
            var found = await db.Pairs.AsNoTracking().Where(p => wanted.Contains(p.Id))
                .Select(p => new ListPairs.PairLine(
                    p.Id, p.BodyId, p.Body.Name, p.Year, p.State, p.PlanReportId, p.ReviewReportId, p.CountedCommitments, p.ClaimCount, p.Summary,
                    p.MethodVersion, p.ScoredAt))
                .ToDictionaryAsync(pair => pair.Id, StringComparer.Ordinal, cancellationToken);
            var work = await WorkAsync(wanted, cancellationToken);
            return new Result(
                [.. wanted.Where(found.ContainsKey).Select(id => new Column(found[id], work.GetValueOrDefault(id)))], !string.IsNullOrEmpty(query.Body) && added is null,
                await db.Bodies.OrderBy(body => body.Name).Select(body => new Choice(body.Id, body.Name)).ToListAsync(cancellationToken),
                await db.Pairs.Select(p => p.Year).Distinct().OrderByDescending(year => year).ToListAsync(cancellationToken));
        }

        private async Task<IReadOnlyDictionary<string, ShowBody.WorkDone>> WorkAsync(List<string> pairs, CancellationToken cancellation)
        {
            IReadOnlyList<string> none = [];
            var counts = await db.Claims.Where(claim => pairs.Contains(claim.PairId) && claim.Pair.State == PairState.Scored && claim.Zone == ClaimZone.Year && !claim.IsLead)
                .GroupBy(claim => claim.PairId).Select(group => new { group.Key, All = group.Count(), Unpromised = group.Count(claim => claim.Supports == none) }).ToListAsync(cancellation);
            return counts.ToDictionary(count => count.Key, count => new ShowBody.WorkDone(count.All - count.Unpromised, count.Unpromised), StringComparer.Ordinal);
        }
    }
}
