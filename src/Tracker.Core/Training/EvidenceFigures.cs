using Tracker.Core.Domain;

namespace Tracker.Core.Training;

/// <summary>How well the evidence shown, and the ranking behind it, hit the labelled spans.</summary>
internal sealed record EvidenceFigures(double F1, double Precision, double Recall, double Map5, double Recall10)
{
    private const int RankedForPrecision = 5;
    private const int RankedForRecall = 10;

    public static EvidenceFigures Of(IReadOnlyList<(Verdict Verdict, LabelledCommitment Label)> found)
    {
        int rightPredicted = 0, predicted = 0, hitGold = 0, gold = 0;
        var (precisions, recalls) = (new List<double>(), new List<double>());
        foreach (var (verdict, label) in found)
        {
            rightPredicted += verdict.Evidence.Count(shown => label.Evidence.Any(span => SpanAgreement.Touch(shown.Span, span.Span)));
            predicted += verdict.Evidence.Count;
            hitGold += label.Evidence.Count(span => verdict.Evidence.Any(shown => SpanAgreement.Touch(span.Span, shown.Span)));
            gold += label.Evidence.Count;
            if (label.Evidence.Count == 0) continue;
            var (precision, recall) = Ranking(verdict.Candidates.Count > 0 ? [.. verdict.Candidates.Select(c => c.Span)] : [.. verdict.Evidence.Select(e => e.Span)], label);
            precisions.Add(precision);
            recalls.Add(recall);
        }

        return new EvidenceFigures(
            predicted + gold > 0 ? (rightPredicted + hitGold) / (double)(predicted + gold) : 1, rightPredicted / Math.Max(1.0, predicted),
            hitGold / Math.Max(1.0, gold), precisions.DefaultIfEmpty(0).Average(), recalls.DefaultIfEmpty(0).Average());
    }

    private static (double AveragePrecision, double Recall) Ranking(IReadOnlyList<TextSpan> ranking, LabelledCommitment label)
    {
        var seen = new HashSet<int>();
        double hits = 0, sum = 0;
        for (var k = 0; k < Math.Min(RankedForRecall, ranking.Count); k++)
        {
            var before = seen.Count;
            for (var n = 0; n < label.Evidence.Count; n++)
                if (SpanAgreement.Touch(ranking[k], label.Evidence[n].Span)) seen.Add(n);
            if (seen.Count == before) continue;
            hits++;
            if (k < RankedForPrecision) sum += hits / (k + 1);
        }

        return (sum / Math.Min(RankedForPrecision, label.Evidence.Count), seen.Count / (double)label.Evidence.Count);
    }
}
