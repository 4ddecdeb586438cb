using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Runs;

/// <summary>One 复核运行: what it covers, how far it is, what it did to each pair and what it changed for readers.</summary>
public static class ShowRun
{
    public const int PageSize = 50;

    /// <param name="Cause">Only changes with this cause, as a code; null for all.</param>
    /// <param name="Kind">Only changes of this kind, as a code; null for all but what is new, of which a first run has thousands.</param>
    /// <param name="Page">Of the changes, from 1.</param>
    public sealed record Query(string Id, string? Cause = null, string? Kind = null, int Page = 1) : IRequest<Result?>;

    /// <param name="PairIds">What was asked for; null for every pair.</param>
    /// <param name="Counts">Of all published changes, whatever the filter.</param>
    public sealed record Result(
        string Id, RunCause Cause, string MethodVersion, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, RunOutcome Outcome, string? Errors,
        int Total, int Done, int Written, int Unchanged, int Failed, int Held, int Interruptions, DateTimeOffset? CancelRequestedAt, string? RetryOf,
        IReadOnlyList<string>? PairIds, bool All, IReadOnlyList<Pair> Pairs, IReadOnlyList<Count> Counts, IReadOnlyList<Change> Changes, int ChangesTotal,
        int Page, int Pages);

    /// <param name="BodyName">Empty where the pair is no more.</param>
    public sealed record Pair(
        string Id, string BodyName, int? Year, RunItemOutcome Outcome, int Commitments, int New, int Gone, int Flipped, int Moved, double Milliseconds,
        string? Error);

    public sealed record Count(ChangeCause Cause, ChangeKind Kind, int Number);

    public sealed record Change(
        string CommitmentId, string PairId, ChangeKind Kind, CommitmentStatus? From, CommitmentStatus? To, double? FromScore, double? ToScore,
        string? FromEvidence, string? ToEvidence, ChangeCause Cause, string Quote);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(query => query.Cause).Must(code => string.IsNullOrEmpty(code) || Codes.Parse<ChangeCause>(code) is not null).WithMessage(Codes.OneOf<ChangeCause>());
            RuleFor(query => query.Kind).Must(code => string.IsNullOrEmpty(code) || Codes.Parse<ChangeKind>(code) is not null).WithMessage(Codes.OneOf<ChangeKind>());
            RuleFor(query => query.Page).InclusiveBetween(1, 100_000);
        }
    }

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var run = await db.Runs.AsNoTracking().SingleOrDefaultAsync(r => r.Id == query.Id, cancellationToken);
            if (run is null) return null;
            var counts = await db.StatusChanges.Where(change => change.RunId == run.Id).GroupBy(change => new { change.Cause, change.Kind })
                .Select(group => new Count(group.Key.Cause, group.Key.Kind, group.Count())).ToListAsync(cancellationToken);
            var (cause, kind) = (Codes.Parse<ChangeCause>(query.Cause), Codes.Parse<ChangeKind>(query.Kind));
            var total = counts.Where(count => (cause is null || count.Cause == cause) && (kind is null ? count.Kind != ChangeKind.New : count.Kind == kind)).Sum(count => count.Number);
            var changes = total == 0 ? [] : await ChangesAsync(query, cause, kind, cancellationToken);
            return new Result(
                run.Id, run.Cause, run.MethodVersion, run.StartedAt, run.FinishedAt, run.Outcome, run.Errors, run.Total, run.Done, run.Written,
                run.Unchanged, run.Failed, run.Held, run.Interruptions, run.CancelRequestedAt, run.RetryOf, run.PairIds, run.All,
                await PairsAsync(run.Id, cancellationToken), [.. counts.OrderBy(count => count.Kind).ThenBy(count => count.Cause)], changes, total,
                query.Page, Math.Max(1, (total + PageSize - 1) / PageSize));
        }

        private async Task<IReadOnlyList<Pair>> PairsAsync(string runId, CancellationToken cancellation)
        {
            var items = await (from item in db.RunItems.AsNoTracking()
                               where item.RunId == runId
                               join pair in db.Pairs on item.PairId equals pair.Id into known
                               from pair in known.DefaultIfEmpty()
                               orderby item.PairId
                               select new { item, Name = pair == null ? "" : pair.Body.Name, Year = pair == null ? (int?)null : pair.Year }).ToListAsync(cancellation);
            return [.. items.Select(row => new Pair(
                row.item.PairId, row.Name, row.Year, row.item.Outcome, row.item.Commitments, row.item.New, row.item.Gone, row.item.Flipped, row.item.Moved,
                row.item.Milliseconds, row.item.Error))];
        }

        private async Task<IReadOnlyList<Change>> ChangesAsync(Query query, ChangeCause? cause, ChangeKind? kind, CancellationToken cancellation)
        {
            var changes = db.StatusChanges.AsNoTracking().Where(change => change.RunId == query.Id);
            changes = cause is null ? changes : changes.Where(change => change.Cause == cause);
            changes = kind is null ? changes.Where(change => change.Kind != ChangeKind.New) : changes.Where(change => change.Kind == kind);
            return await changes.OrderBy(change => change.Id).Skip((query.Page - 1) * PageSize).Take(PageSize)
                .Select(change => new Change(
                    change.CommitmentId, change.PairId, change.Kind, change.From, change.To, change.FromScore, change.ToScore, change.FromEvidence,
                    change.ToEvidence, change.Cause, change.Quote))
                .ToListAsync(cancellation);
        }
    }
}
