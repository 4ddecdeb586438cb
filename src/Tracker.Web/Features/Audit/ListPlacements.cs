using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Reading;

namespace Tracker.Web.Features.Audit;

/// <summary>Decisions in force that wait for a person because the text or the method changed under them. Oldest first.</summary>
public static class ListPlacements
{
    public const int Most = 200;

    public sealed record Query(AnchorFate Fate) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<Item> Items);

    /// <param name="Commitment">What it belongs to now; null where that is not known.</param>
    /// <param name="Possible">For an orphan: the places that could be meant, in surroundings wide enough to tell like ones apart.</param>
    /// <param name="Choices">For an orphan: commitments of the same pair that it could belong to, most alike first.</param>
    public sealed record Item(StoredDecision Decision, DecisionPlacement Placement, StoredCommitment? Commitment, IReadOnlyList<Excerpt> Possible, IReadOnlyList<Choice> Choices);

    /// <param name="Number">Its place in the plan, from 1.</param>
    public sealed record Choice(string Id, int Number, string Quote);

    /// <summary>Characters shown on either side of a place that could be meant.</summary>
    private const int Around = 60;

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var decisions = await db.Decisions.AsNoTracking().Include(d => d.Placement)
                .Where(d => d.Kind != DecisionKind.Undo && d.Kind != DecisionKind.Reaffirm && d.Placement!.InForce && d.Placement.Fate == query.Fate)
                .OrderBy(d => d.At).ThenBy(d => d.Id).Take(Most).ToListAsync(cancellationToken);
            var ids = decisions.Select(d => d.Placement!.CommitmentId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            var rows = await db.Commitments.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, StringComparer.Ordinal, cancellationToken);
            var waiting = query.Fate == AnchorFate.Stale ? await WaitingAsync(ids, cancellationToken) : null;
            var items = new List<Item>();
            foreach (var decision in decisions.Where(decision => waiting?.Contains(decision.Id) != false))
            {
                var placement = decision.Placement!;
                var orphaned = query.Fate == AnchorFate.Orphaned;
                items.Add(new Item(
                    decision, placement, rows.GetValueOrDefault(placement.CommitmentId ?? ""), orphaned ? await PossibleAsync(placement, cancellationToken) : [],
                    orphaned && placement.CommitmentId is null ? await ChoicesAsync(decision, cancellationToken) : []));
            }

            return new Result(items);
        }

        /// <summary>What a newer decision has answered asks for nothing any more.</summary>
        private async Task<HashSet<string>> WaitingAsync(List<string> commitments, CancellationToken cancellation)
        {
            var standing = await db.Decisions.AsNoTracking().Include(d => d.Placement).Where(d => d.Placement!.InForce && commitments.Contains(d.Placement.CommitmentId!))
                .OrderBy(d => d.At).ThenBy(d => d.Id).ToListAsync(cancellation);
            return standing.GroupBy(d => d.Placement!.CommitmentId, StringComparer.Ordinal).SelectMany(of => ShownVerdict.Waiting([.. of.Select(DecisionKeeper.Stored)]))
                .Select(item => item.Decision.Id).ToHashSet(StringComparer.Ordinal);
        }

        private async Task<IReadOnlyList<Excerpt>> PossibleAsync(DecisionPlacement placement, CancellationToken cancellation)
        {
            if (placement.Possible.Count == 0) return [];
            var text = await db.Pairs.Where(p => p.Id == placement.PairId)
                .Select(p => placement.InReview ? p.ReviewReport!.Content.Text : p.PlanReport!.Content.Text).FirstOrDefaultAsync(cancellation);
            return text is null ? [] : [.. placement.Possible.Where(span => span.End <= text.Length).Select(span => Excerpt.Of(
                text, span, span.Of(text), new TextSpan(Math.Max(0, span.Start - Around), Math.Min(text.Length, span.End + Around)), "is-candidate"))];
        }

        private async Task<IReadOnlyList<Choice>> ChoicesAsync(StoredDecision decision, CancellationToken cancellation)
        {
            var all = await db.Commitments.AsNoTracking().Where(c => c.PairId == decision.PairId).OrderBy(c => c.Position).Select(c => new Choice(c.Id, c.Position + 1, c.Quote)).ToListAsync(cancellation);
            var words = decision.Subject.Quote.ToHashSet();
            return [.. all.OrderByDescending(choice => choice.Quote.Count(words.Contains) / (double)choice.Quote.Length).Take(8)];
        }
    }
}
