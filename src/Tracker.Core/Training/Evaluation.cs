using Tracker.Core.Domain;

namespace Tracker.Core.Training;

/// <summary>评测: a result held against labels.</summary>
public static class Evaluation
{
    private static readonly CommitmentStatus[] Levels = [CommitmentStatus.None, CommitmentStatus.Partial, CommitmentStatus.Fulfilled];

    public static PairFigures Evaluate(LabelledPair labels, PairResult result)
    {
        var predicted = result.Verdicts.Where(verdict => IsAnnotated(labels, verdict.Commitment.Span)).ToList();
        var found = Align(labels, predicted);
        var evidence = EvidenceFigures.Of(found);
        var levels = found.Where(pair => Levels.Contains(pair.Label.Status) && Levels.Contains(pair.Verdict.Status)).ToList();
        var (macro, kappa) = StatusFigures(levels);
        var right = found.Count(pair => IsRight(pair.Verdict, pair.Label));
        return new PairFigures(
            labels.Commitments.Count, predicted.Count, found.Count, found.Count / Math.Max(1.0, predicted.Count),
            found.Count / Math.Max(1.0, labels.Commitments.Count), F1(found.Count, predicted.Count, labels.Commitments.Count), evidence.F1,
            evidence.Precision, evidence.Recall, evidence.Map5, evidence.Recall10,
            levels.Count(pair => pair.Verdict.Status == pair.Label.Status) / Math.Max(1.0, levels.Count), macro, kappa,
            F1(right, predicted.Count, labels.Commitments.Count),
            found.Count == 0 ? 0 : found.Average(pair => Math.Pow(pair.Verdict.Evidenced - (pair.Label.Status == CommitmentStatus.None ? 0 : 1), 2)),
            Math.Abs(predicted.Sum(verdict => Worth(verdict.Status)) / Math.Max(1, predicted.Count)
                - labels.Commitments.Sum(label => Worth(label.Status)) / Math.Max(1, labels.Commitments.Count)),
            BadSpans(result, predicted));
    }

    /// <summary>Pairs of a verdict and the label for the same commitment, one to one, greedily by overlap.</summary>
    public static IReadOnlyList<(Verdict Verdict, LabelledCommitment Label)> Align(LabelledPair labels, IReadOnlyList<Verdict> predicted)
    {
        var close = new List<(double Overlap, int Verdict, int Label)>();
        for (var i = 0; i < predicted.Count; i++)
            for (var j = 0; j < labels.Commitments.Count; j++)
                if (SpanAgreement.Agree(predicted[i].Commitment.Span, labels.Commitments[j].Span))
                    close.Add((SpanAgreement.Overlap(predicted[i].Commitment.Span, labels.Commitments[j].Span), i, j));
        var (usedVerdicts, usedLabels) = (new HashSet<int>(), new HashSet<int>());
        var pairs = new List<(Verdict Verdict, LabelledCommitment Label)>();
        foreach (var (_, i, j) in close.OrderByDescending(entry => entry))
            if (!usedVerdicts.Contains(i) && !usedLabels.Contains(j))
            {
                usedVerdicts.Add(i);
                usedLabels.Add(j);
                pairs.Add((predicted[i], labels.Commitments[j]));
            }

        return pairs;
    }

    /// <summary>Whether a commitment lies in the annotated part, told by its middle; of audited labels, whether a person judged it.</summary>
    public static bool IsAnnotated(LabelledPair labels, TextSpan span)
    {
        if (labels.IsAudited) return labels.Commitments.Any(label => SpanAgreement.Agree(span, label.Span));
        var middle = (span.Start + span.End) / 2.0;
        if (middle < labels.Scope.Start || middle > labels.Scope.End) return false;
        return labels.IsPart || labels.Commitments.Count == 0
            || (middle >= labels.Commitments.Min(label => label.Span.Start) - 400 && middle <= labels.Commitments.Max(label => label.Span.End) + 400);
    }

    /// <summary>Whether status and, where there is any, at least one span of evidence are right.</summary>
    public static bool IsRight(Verdict verdict, LabelledCommitment label) =>
        verdict.Status == label.Status && (label.Evidence.Count == 0
            || verdict.Evidence.Any(found => label.Evidence.Any(gold => SpanAgreement.Touch(found.Span, gold.Span))));

    public static double Worth(CommitmentStatus status) => status switch
    {
        CommitmentStatus.Fulfilled => 1,
        CommitmentStatus.Partial => 0.5,
        _ => 0,
    };

    public static double F1(double right, double predicted, double gold) => predicted + gold > 0 ? 2 * right / (predicted + gold) : 1;

    private static (double MacroF1, double Kappa) StatusFigures(IReadOnlyList<(Verdict Verdict, LabelledCommitment Label)> pairs)
    {
        var table = new double[3, 3];
        foreach (var (verdict, label) in pairs) table[Array.IndexOf(Levels, verdict.Status), Array.IndexOf(Levels, label.Status)]++;
        double[] rows = [.. Enumerable.Range(0, 3).Select(i => table[i, 0] + table[i, 1] + table[i, 2])];
        double[] columns = [.. Enumerable.Range(0, 3).Select(j => table[0, j] + table[1, j] + table[2, j])];
        double seen = 0, chance = 0;
        for (var i = 0; i < 3; i++)
            for (var j = 0; j < 3; j++)
            {
                var weight = (i - j) * (i - j) / 4.0;
                seen += weight * table[i, j];
                chance += weight * rows[i] * columns[j] / Math.Max(1, pairs.Count);
            }

        var present = Enumerable.Range(0, 3).Where(i => columns[i] > 0).ToList();
        var macro = present.Sum(i => F1(table[i, i], rows[i], columns[i])) / Math.Max(1, present.Count);
        return (macro, chance > 0 ? 1 - seen / chance : 1);
    }

    private static int BadSpans(PairResult result, IReadOnlyList<Verdict> verdicts) => verdicts.Sum(verdict =>
        Bad(result.Plan.Source, verdict.Commitment.Span, verdict.Commitment.Quote)
        + verdict.Evidence.Sum(found => Bad(result.Review.Source, found.Span, found.Quote))
        + verdict.Candidates.Sum(found => Bad(result.Review.Source, found.Span, found.Quote)));

    private static int Bad(string source, TextSpan span, string quote) => span.End <= source.Length && span.Of(source) == quote ? 0 : 1;
}
