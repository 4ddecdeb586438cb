using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Core.Training.Baseline;

namespace Tracker.Core.Training.Accuracy;

/// <summary>Takes all published figures at once, from labelled pairs.</summary>
public static class AccuracyMeasurement
{
    /// <summary>Examples are shown on a page: the commitment and what stands against it should be read at a glance.</summary>
    private const int LongestExample = 130;

    private const int ShortestCommitment = 6;

    /// <param name="stages">Names of the pairs that the method was developed with, then of those labelled next; all others form the last set.</param>
    /// <param name="quotable">Names of the pairs whose text may be quoted as examples.</param>
    /// <param name="withAblation">Whether to measure without each family of inputs too, which takes as long again for each.</param>
    public static AccuracyRecord Take(IReadOnlyList<PreparedPair> pairs, IReadOnlyList<IReadOnlySet<string>> stages, IReadOnlySet<string> quotable, bool withAblation)
    {
        var judged = LeaveOneOut.Run(pairs, new HashSet<string>(), LeftOutInputs.None);
        var baseline = PlainMethod.LeaveOneOut(pairs);
        var years = pairs.ToDictionary(pair => pair.Labels.Name, pair => pair.Plan.Metadata.PlanYear ?? pair.Review.Metadata.ReviewYear, StringComparer.Ordinal);
        var sets = judged.ToLookup(pair => stages.TakeWhile(stage => !stage.Contains(pair.Labels.Name)).Count()).OrderBy(set => set.Key).ToList();
        return new AccuracyRecord(
            MethodVersion.Current, LabelsHash.Of(pairs.Select(pair => pair.Labels)), AccuracyRecord.WeightsHash(),
            [.. sets.Select(set => SetOf([.. set], baseline, years))],
            AccuracyTables.Families.Where(_ => withAblation).ToDictionary(
                family => family.Family,
                family => AccuracyTables.Means(LeaveOneOut.Run(pairs, sets[0].Select(pair => pair.Labels.Name).ToHashSet(StringComparer.Ordinal), family.Left))),
            [.. Enum.GetValues<MistakeKind>().Select(kind => MistakesOf(kind, judged, quotable))]);
    }

    private static MeasuredSet SetOf(IReadOnlyList<JudgedPair> judged, IReadOnlyDictionary<string, PairFigures> baseline, IReadOnlyDictionary<string, int?> years) => new(
        [.. judged.Select(pair => new MeasuredPair(
            pair.Labels.Name, pair.Labels.Body, years[pair.Labels.Name],
            Enum.GetValues<CommitmentStatus>().ToDictionary(status => status, status => pair.Labels.Commitments.Count(label => label.Status == status)),
            ByName(pair.Figures), ByName(baseline[pair.Labels.Name])))],
        AccuracyTables.Reliability(judged), AccuracyTables.RiskCoverage(judged), SpecificitiesOf(judged));

    private static Dictionary<string, double> ByName(PairFigures figures) => figures.Named.ToDictionary(figure => figure.Name, figure => figure.Value);

    private static Dictionary<Specificity, IReadOnlyDictionary<Specificity, int>> SpecificitiesOf(IReadOnlyList<JudgedPair> judged)
    {
        var found = judged.SelectMany(pair => pair.Found).ToList();
        return Enum.GetValues<Specificity>().ToDictionary(
            labelled => labelled,
            labelled => (IReadOnlyDictionary<Specificity, int>)Enum.GetValues<Specificity>().ToDictionary(
                own => own, own => found.Count(pair => pair.Label.Specificity == labelled && pair.Verdict.Commitment.Specificity == own)));
    }

    private static MistakeCount MistakesOf(MistakeKind kind, IReadOnlyList<JudgedPair> judged, IReadOnlySet<string> quotable)
    {
        var made = judged.SelectMany(pair => pair.Found
            .Where(found => Mistakes.KindOf(pair.Labels.Review, found.Verdict, found.Label) == kind).Select(found => (Pair: pair.Labels, found.Verdict, found.Label))).ToList();
        var example = made.Where(mistake => quotable.Contains(mistake.Pair.Name)).Select(mistake => ExampleOf(mistake.Pair, mistake.Verdict, mistake.Label))
            .Where(mistake => mistake.Commitment.Length >= ShortestCommitment && LengthOf(mistake) <= LongestExample)
            .OrderBy(mistake => LengthOf(mistake)).ThenBy(mistake => mistake.Commitment, StringComparer.Ordinal).FirstOrDefault();
        return new MistakeCount(kind, made.Count, example);
    }

    private static MistakeExample ExampleOf(LabelledPair pair, Verdict verdict, LabelledCommitment label)
    {
        var missed = label.Evidence.Where(evidence => !verdict.Evidence.Any(shown => SpanAgreement.Touch(shown.Span, evidence.Span))).Concat(label.Evidence).FirstOrDefault();
        return new MistakeExample(
            pair.Name, OnOneLine(verdict.Commitment.Quote), label.Status, missed is null ? null : OnOneLine(missed.Span.Of(pair.Review)), verdict.Status,
            verdict.Evidence.Count == 0 ? null : OnOneLine(verdict.Evidence[0].Quote));
    }

    private static int LengthOf(MistakeExample example) => example.Commitment.Length + (example.Answer?.Length ?? 0) + (example.Shown?.Length ?? 0);

    private static string OnOneLine(string quote) => string.Concat(quote.Where(c => !char.IsWhiteSpace(c)));
}
