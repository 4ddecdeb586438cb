using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Core.Training;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Accuracy;

/// <summary>复核标注: what people decided, as labels to fit the method to. Only what a person judged becomes a label: the rest of the plan says nothing.</summary>
public static class CollectAuditedLabels
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Pairs">In the order of their ids.</param>
    /// <param name="Undecided">Commitments with decisions from which no status follows, or that ask to be affirmed again.</param>
    public sealed record Result(IReadOnlyList<AuditedPair> Pairs, int Undecided);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public Task<Result> Handle(Query query, CancellationToken cancellationToken) => db.ReadAtOnceAsync(CollectAsync, cancellationToken);

        private async Task<Result> CollectAsync(CancellationToken cancellation)
        {
            var rows = await db.Commitments.AsNoTracking().Include(c => c.Pair.Body)
                .Where(c => c.IsDecided && c.Standing == CommitmentStanding.Counted && c.Pair.State == PairState.Scored)
                .OrderBy(c => c.PairId).ThenBy(c => c.SpanStart).ThenBy(c => c.Id).ToListAsync(cancellation);
            var pairs = new List<AuditedPair>();
            var undecided = 0;
            foreach (var group in rows.GroupBy(row => row.PairId, StringComparer.Ordinal))
            {
                var decisions = (await db.Decisions.AsNoTracking().Include(d => d.Placement)
                    .Where(d => d.PairId == group.Key && d.Placement!.InForce).OrderBy(d => d.At).ThenBy(d => d.Id)
                    .ToListAsync(cancellation)).ToLookup(d => d.Placement!.CommitmentId, StringComparer.Ordinal);
                var judged = group.Select(row => (Row: row, Label: AuditedJudgement.Of(row, [.. decisions[row.Id]]))).ToList();
                undecided += judged.Count(item => item.Label is null);
                var labels = judged.Where(item => item.Label is not null).Select(item => new AuditedPair.Item(item.Row, item.Label!)).ToList();
                if (labels.Count > 0) pairs.Add(await PairOfAsync(group.First().Pair, labels, cancellation));
            }

            return new Result(pairs, undecided);
        }

        private async Task<AuditedPair> PairOfAsync(StoredPair pair, IReadOnlyList<AuditedPair.Item> items, CancellationToken cancellation)
        {
            var plan = await db.Reports.AsNoTracking().Include(report => report.Content).SingleAsync(report => report.Id == pair.PlanReportId, cancellation);
            var review = await db.Reports.AsNoTracking().Include(report => report.Content).SingleAsync(report => report.Id == pair.ReviewReportId, cancellation);
            var labels = new LabelledPair(
                $"audited-{pair.Id}", pair.Body.Name, plan.FileName, review.FileName, plan.Content.Text, review.Content.Text,
                new TextSpan(0, plan.Content.Text.Length), IsPart: false, [.. items.Select(item => item.Label)], IsAudited: true);
            return new AuditedPair(pair.Year, labels, items);
        }
    }
}
