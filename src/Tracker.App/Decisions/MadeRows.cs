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
    /// <param name="rows">All stored commitments of the pair; brought up to date.</param>
    /// <param name="judgeAgain">Whether texts or method may have changed since they were last judged.</param>
    public void Bring(List<StoredCommitment> rows, IReadOnlyList<MadeCommitment> made, IReadOnlyDictionary<string, Specificity> given, bool judgeAgain)
    {
        var wanted = made.Select(item => item.Commitment.Id).ToHashSet(StringComparer.Ordinal);
        var gone = rows.Where(row => row.Origin == CommitmentOrigin.Person && !wanted.Contains(row.Id)).ToList();
        db.Commitments.RemoveRange(gone);
        rows.RemoveAll(gone.Contains);
        if (made.Count == 0) return;

        var describer = new ChosenCommitment(texts.PlanSource!);
        var toJudge = new List<(StoredCommitment Row, Commitment Commitment)>();
        foreach (var item in made)
        {
            var commitment = describer.Describe(item.Commitment.Span, item.Commitment.Id[(pair.Id.Length + 1)..]);
            if (commitment is null) continue;
            if (given.TryGetValue(item.DecisionId, out var specificity)) commitment = commitment with { Specificity = specificity };
            var row = rows.Find(row => row.Id == item.Commitment.Id);
            var isNew = row is null;
            if (row is null)
            {
                row = new StoredCommitment { Id = item.Commitment.Id, PairId = pair.Id, Origin = CommitmentOrigin.Person };
                db.Commitments.Add(row);
                rows.Add(row);
            }

            row.PartOf = item.PartOf;
            PairWriter.Fill(row, commitment);
            if (isNew || judgeAgain) toJudge.Add((row, commitment));
        }

        Judge(toJudge);
        Number(rows);
    }

    /// <summary>Held against the review among the method's own, since neighbours show where an answer lies.</summary>
    private void Judge(List<(StoredCommitment Row, Commitment Commitment)> chosen)
    {
        if (chosen.Count == 0) return;
        var verdicts = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        if (pair.State == PairState.Scored)
        {
            var plan = ReportPipeline.Extract(texts.PlanSource!);
            var all = plan.Commitments.Concat(chosen.Select(item => item.Commitment)).OrderBy(item => item.Span).ToList();
            var result = ReportPipeline.Compare(plan with { Commitments = all }, ReportPipeline.Extract(texts.ReviewSource!));
            foreach (var verdict in result.Verdicts) verdicts.TryAdd(verdict.Commitment.Id, verdict);
        }

        foreach (var (row, commitment) in chosen) PairWriter.Fill(row, verdicts.GetValueOrDefault(commitment.Id));
    }

    /// <summary>Places them in the plan's order.</summary>
    private static void Number(List<StoredCommitment> rows)
    {
        var position = 0;
        foreach (var row in rows.OrderBy(row => row.SpanStart).ThenBy(row => row.SpanEnd).ThenBy(row => row.Id, StringComparer.Ordinal)) row.Position = position++;
    }
}
