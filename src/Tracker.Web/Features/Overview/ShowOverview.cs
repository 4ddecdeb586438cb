using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Features.Bodies;
using Tracker.Web.Features.Pairs;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Overview;

/// <summary>Bodies by year, a page at a time, grouped by region. They are in no order of merit: most intervals overlap.</summary>
public static class ShowOverview
{
    public const int PageSize = 20;
    public const int YearsShown = 4;

    /// <param name="Page">From 1.</param>
    public sealed record Query(OverviewFilter Filter, int Page = 1) : IRequest<Result>;

    /// <param name="Years">The newest first, at most <see cref="YearsShown"/>.</param>
    /// <param name="Earlier">The newest year before those; null where there is none.</param>
    /// <param name="Later">The year to show until for those after; null where there are none.</param>
    /// <param name="Found">How many bodies pass the filter, on all pages.</param>
    public sealed record Result(
        IReadOnlyList<int> Years, int? Earlier, int? Later, IReadOnlyList<Group> Groups, int Found, int Page, int Pages, Tally Tally, Choices Choices);

    /// <param name="Region">A province; empty for bodies whose region is not known.</param>
    public sealed record Group(string Region, IReadOnlyList<Row> Rows);

    public sealed record Row(Body Body, IReadOnlyDictionary<int, ListPairs.PairLine> Pairs, NamedTrend Trend);

    /// <summary>Of all that there is, whatever the filter.</summary>
    public sealed record Tally(int Bodies, int Reports, int Commitments, int Scored, int Awaiting);

    public sealed record Choices(IReadOnlyList<string> Regions, IReadOnlyList<string> Kinds);

    private sealed record Year(string Id, string BodyId, int Number, PairState State, int Commitments);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(query => query.Page).InclusiveBetween(1, 100_000);
            RuleFor(query => query.Filter.Q).MaximumLength(100);
            RuleFor(query => query.Filter.State).Must(code => string.IsNullOrEmpty(code) || Codes.Parse<PairState>(code) is not null)
                .WithMessage(Codes.OneOf<PairState>());
        }
    }

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            // A few hundred bodies and some thousand years are read whole, without what is heavy in them; figures only of the page that is shown.
            var bodies = await db.Bodies.AsNoTracking().ToListAsync(cancellationToken);
            var years = await db.Pairs.Select(p => new Year(p.Id, p.BodyId, p.Year, p.State, p.CountedCommitments)).ToListAsync(cancellationToken);
            var ofBody = years.ToLookup(year => year.BodyId, StringComparer.Ordinal);
            var found = bodies.Where(body => Passes(body, ofBody[body.Id], query.Filter))
                .OrderBy(body => body.Region.Length == 0).ThenBy(body => RegionGroup.Of(body.Region), StringComparer.Ordinal)
                .ThenBy(body => MostAdvanced(ofBody[body.Id])).ThenBy(body => body.Region, StringComparer.Ordinal).ThenBy(body => body.Id, StringComparer.Ordinal).ToList();
            var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
            var page = Math.Min(query.Page, pages);
            var shown = found.Skip((page - 1) * PageSize).Take(PageSize).ToList();

            var all = years.Select(year => year.Number).Distinct().OrderDescending().ToList();
            var columns = all.Where(year => query.Filter.Until is not { } until || year <= until).Take(YearsShown).ToList();
            var lines = await LinesAsync([.. shown.Select(body => body.Id)], cancellationToken);
            var rows = shown.ConvertAll(body => new Row(body, lines[body.Id].ToDictionary(line => line.Year), NamedTrend.Of(lines[body.Id])));
            return new Result(
                columns, columns.Count > 0 ? all.Where(year => year < columns[^1]).Select(year => (int?)year).FirstOrDefault() : all.Count > 0 ? all[0] : null,
                columns.Count > 0 ? all.Where(year => year > columns[0]).Reverse().Take(YearsShown).Select(year => (int?)year).LastOrDefault() : null,
                [.. rows.GroupBy(row => RegionGroup.Of(row.Body.Region), StringComparer.Ordinal).Select(group => new Group(group.Key, [.. group]))],
                found.Count, page, pages,
                new Tally(
                    bodies.Count, await db.Reports.CountAsync(report => report.SupersededById == null, cancellationToken), years.Sum(year => year.Commitments),
                    years.Count(year => year.State == PairState.Scored), years.Count(year => year.State == PairState.Awaiting)),
                new Choices(
                    [.. bodies.Select(body => RegionGroup.Of(body.Region)).Where(region => region.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                    [.. bodies.Select(body => body.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
        }

        private static bool Passes(Body body, IEnumerable<Year> years, OverviewFilter filter) =>
            (string.IsNullOrEmpty(filter.Q) || body.Name.Contains(filter.Q.Trim(), StringComparison.OrdinalIgnoreCase))
            && (string.IsNullOrEmpty(filter.Region) || RegionGroup.Of(body.Region) == filter.Region)
            && (string.IsNullOrEmpty(filter.Kind) || body.Kind == filter.Kind)
            && (filter.WantedState is not { } state || years.Any(year => year.State == state));

        /// <summary>In a region bodies with something scored come first, those of which only a review is known last.</summary>
        private static PairState MostAdvanced(IEnumerable<Year> years) => years.Select(year => year.State).DefaultIfEmpty(PairState.ReviewOnly).Min();

        private async Task<ILookup<string, ListPairs.PairLine>> LinesAsync(IReadOnlyList<string> bodies, CancellationToken cancellation)
        {
            var lines = await db.Pairs.AsNoTracking().Where(p => bodies.Contains(p.BodyId))
                .Select(p => new ListPairs.PairLine(
                    p.Id, p.BodyId, p.Body.Name, p.Year, p.State, p.PlanReportId, p.ReviewReportId, p.CountedCommitments, p.ClaimCount, p.Summary,
                    p.MethodVersion, p.ScoredAt))
                .ToListAsync(cancellation);
            return lines.ToLookup(line => line.Body, StringComparer.Ordinal);
        }
    }
}
