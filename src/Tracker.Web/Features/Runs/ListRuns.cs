using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Api;

namespace Tracker.Web.Features.Runs;

/// <summary>复核运行, the newest first.</summary>
public static class ListRuns
{
    public const int PageSize = 50;

    public sealed record Query(string? Cursor = null, int Take = PageSize) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<RunLine> Items, string? Next);

    /// <param name="Total">Pairs that it covers; 0 until it is cut into pairs.</param>
    public sealed record RunLine(
        string Id, RunCause Cause, string MethodVersion, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, RunOutcome Outcome, int Total, int Written,
        int Unchanged, int Failed, int Held, string? Errors);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(query => query.Take).InclusiveBetween(1, PageSize);
            RuleFor(query => query.Cursor).Must(cursor => cursor is null || Api.Cursor.TryRead(cursor, 1, out _)).WithMessage(Api.Cursor.Wrong);
        }
    }

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var runs = db.Runs.AsNoTracking();
            if (Cursor.TryRead(query.Cursor, 1, out var after))
            {
                var last = after[0];
                runs = runs.Where(run => string.Compare(run.Id, last) < 0);
            }

            var rows = await runs.OrderByDescending(run => run.Id).Take(query.Take + 1)
                .Select(run => new RunLine(
                    run.Id, run.Cause, run.MethodVersion, run.StartedAt, run.FinishedAt, run.Outcome, run.Total, run.Written, run.Unchanged, run.Failed,
                    run.Held, run.Errors))
                .ToListAsync(cancellationToken);
            var items = rows.Take(query.Take).ToList();
            return new Result(items, rows.Count > query.Take ? Cursor.Write(items[^1].Id) : null);
        }
    }
}
