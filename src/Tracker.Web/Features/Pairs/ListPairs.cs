using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Api;

namespace Tracker.Web.Features.Pairs;

/// <summary>Every body's every year: scored, awaiting the next report, or with a review alone.</summary>
public static class ListPairs
{
    public const int PageSize = 200;

    public sealed record Query(string? Body = null, int? Year = null, string? Cursor = null) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<PairLine> Items, string? Next);

    /// <param name="Commitments">How many of the plan count.</param>
    /// <param name="Claims">How many the review holds.</param>
    public sealed record PairLine(
        string Id, string Body, string BodyName, int Year, PairState State, string? PlanReport, string? ReviewReport, int Commitments, int Claims,
        FollowThrough? Summary, string MethodVersion, DateTimeOffset ScoredAt);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() =>
            RuleFor(query => query.Cursor).Must(cursor => cursor is null || Api.Cursor.TryRead(cursor, 1, out _)).WithMessage(Api.Cursor.Wrong);
    }

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var pairs = db.Pairs.AsNoTracking();
            pairs = string.IsNullOrEmpty(query.Body) ? pairs : pairs.Where(p => p.BodyId == query.Body);
            pairs = query.Year is { } year ? pairs.Where(p => p.Year == year) : pairs;
            if (Cursor.TryRead(query.Cursor, 1, out var after))
            {
                var last = after[0];
                pairs = pairs.Where(p => string.Compare(p.Id, last) > 0);
            }

            var rows = await pairs.OrderBy(p => p.Id).Take(PageSize + 1)
                .Select(p => new PairLine(
                    p.Id, p.BodyId, p.Body.Name, p.Year, p.State, p.PlanReportId, p.ReviewReportId, p.CountedCommitments, p.ClaimCount,
                    p.Summary, p.MethodVersion, p.ScoredAt))
                .ToListAsync(cancellationToken);
            var items = rows.Take(PageSize).ToList();
            return new Result(items, rows.Count > PageSize ? Cursor.Write(items[^1].Id) : null);
        }
    }
}
