using Microsoft.EntityFrameworkCore;
using Tracker.App.Runs;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Core.Pipeline.Extract;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Decisions;

/// <summary>Keeps the commitments that people made beside those of the method, judged by the method like any other.</summary>
internal sealed class MadeRows(TrackerDbContext db, StoredPair pair, PairTexts texts)
{
    /// <param name="judgeNow">Whether texts or method may have changed; otherwise new ones stay unjudged, since judging takes longer than an action may.</param>
    /// <returns>Those that there are now, tracked.</returns>
    public async Task<IReadOnlyList<StoredCommitment>> BringAsync(
        IReadOnlyList<MadeCommitment> made, IReadOnlyDictionary<string, Specificity> given, bool judgeNow, CancellationToken cancellation)
    {
        var rows = await db.Commitments.Where(row => row.PairId == pair.Id && row.Origin == CommitmentOrigin.Person).ToListAsync(cancellation);
        var wanted = made.Select(item => item.Commitment.Id).ToHashSet(StringComparer.Ordinal);
        var gone = rows.Where(row => !wanted.Contains(row.Id)).Select(row => row.Id).ToList();
        db.Commitments.RemoveRange(rows.Where(row => !wanted.Contains(row.Id)));
        if (gone.Count > 0) await db.Renewals.Where(r => gone.Contains(r.EarlierId) || gone.Contains(r.LaterId)).ExecuteDeleteAsync(cancellation);
        rows.RemoveAll(row => !wanted.Contains(row.Id));
        if (made.Count == 0) return rows;

        var describer = new Lazy<ChosenCommitment>(() => new ChosenCommitment(texts.PlanSource!));
        foreach (var item in made)
        {
            if (!judgeNow && rows.Find(row => row.Id == item.Commitment.Id) is { } same && IsAsBefore(same, item, given))
            {
                same.PartOf = item.PartOf;
                continue;
            }

            var commitment = describer.Value.Describe(item.Commitment.Span, item.Commitment.Id[(pair.Id.Length + 1)..]);
            if (commitment is null) continue;
            if (given.TryGetValue(item.DecisionId, out var specificity)) commitment = commitment with { Specificity = specificity };
            var row = rows.Find(row => row.Id == item.Commitment.Id);
            if (row is null)
            {
                row = new StoredCommitment { Id = item.Commitment.Id, PairId = pair.Id, Origin = CommitmentOrigin.Person };
                if (pair.State != PairState.Scored) row.MethodVersion = MethodVersion.Current;
                db.Commitments.Add(row);
                rows.Add(row);
            }

            row.PartOf = item.PartOf;
            PairWriter.Fill(row, commitment);
        }

        if (judgeNow)
        {
            var verdicts = Judge(pair, texts, rows);
            foreach (var row in rows) PairWriter.Fill(row, verdicts.GetValueOrDefault(row.Id));
        }

        return rows;
    }

    /// <summary>The same words of the same text by the same method are described as they were.</summary>
    private static bool IsAsBefore(StoredCommitment row, MadeCommitment made, IReadOnlyDictionary<string, Specificity> given) =>
        row.Span == made.Commitment.Span && given.GetValueOrDefault(made.DecisionId, row.Specificity) == row.Specificity;

    /// <summary>Held against the review among the method's own, since neighbours show where an answer lies.</summary>
    /// <returns>By the row's id; none while the review is awaited.</returns>
    public static IReadOnlyDictionary<string, Verdict> Judge(StoredPair pair, PairTexts texts, IReadOnlyList<StoredCommitment> made)
    {
        var verdicts = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        if (pair.State != PairState.Scored) return verdicts;
        var plan = ReportPipeline.Extract(texts.PlanSource!);
        var all = plan.Commitments.Concat(made.Select(row => row.AsCommitment())).OrderBy(item => item.Span).ToList();
        var result = ReportPipeline.Compare(plan with { Commitments = all }, ReportPipeline.Extract(texts.ReviewSource!));
        foreach (var verdict in result.Verdicts) verdicts.TryAdd(verdict.Commitment.Id, verdict);
        return verdicts;
    }

    /// <summary>Places all commitments of the pair in the plan's order.</summary>
    /// <param name="found">Those of the method as they are stored.</param>
    /// <param name="made">Tracked.</param>
    public async Task NumberAsync(IEnumerable<RowPlace> found, IReadOnlyList<StoredCommitment> made, CancellationToken cancellation)
    {
        var rows = made.ToDictionary(row => row.Id, StringComparer.Ordinal);
        var moved = found.Concat(made.Select(RowPlace.Of))
            .OrderBy(row => row.SpanStart).ThenBy(row => row.SpanEnd).ThenBy(row => row.Id, StringComparer.Ordinal)
            .Select((row, position) => (row.Id, Before: row.Position, Now: position)).Where(row => row.Now != row.Before).ToList();
        foreach (var (id, _, now) in moved.Where(row => rows.ContainsKey(row.Id))) rows[id].Position = now;
        foreach (var by in moved.Where(row => !rows.ContainsKey(row.Id)).GroupBy(row => row.Now - row.Before, row => row.Id))
        {
            var ids = by.ToList();
            await db.Commitments.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Position, row => row.Position + by.Key), cancellation);
        }
    }
}
