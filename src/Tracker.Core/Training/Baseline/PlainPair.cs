using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Pipeline.Score;

namespace Tracker.Core.Training.Baseline;

/// <summary>
/// 基线: the plain method on one labelled pair. Clauses of the plan are its commitments, clauses of the review its evidence, likeness
/// is the cosine of TF-IDF vectors, two thresholds give the status. The sections' borders are given to it, which is generous.
/// </summary>
internal sealed class PlainPair
{
    private const int Ranked = 10;

    private readonly PreparedPair pair;
    private readonly List<(Commitment Commitment, IReadOnlyList<Candidate> Candidates)> rankings;
    private readonly Dictionary<PlainThresholds, double> endToEnd = [];

    private PlainPair(PreparedPair pair, List<(Commitment Commitment, IReadOnlyList<Candidate> Candidates)> rankings) => (this.pair, this.rankings) = (pair, rankings);

    public string Body => pair.Labels.Body;

    public string Name => pair.Labels.Name;

    public static PlainPair Of(PreparedPair pair)
    {
        var (plan, review) = (pair.Plan.Source, pair.Review.Source);
        var left = PlainText.Clauses(plan, PartOf(pair.Plan, SectionKind.Plan));
        var right = PlainText.Clauses(review, PartOf(pair.Review, SectionKind.Review));
        var vectors = PlainText.Vectors([.. left.Select(span => span.Of(plan)), .. right.Select(span => span.Of(review))]);
        var rankings = left.Select((span, k) =>
        {
            var likeness = right.Select((_, n) => PlainText.Cosine(vectors[k], vectors[left.Count + n])).ToArray();
            var best = Enumerable.Range(0, right.Count).OrderByDescending(n => likeness[n]).ThenBy(n => n).Take(Ranked);
            return (CommitmentAt(span, plan), (IReadOnlyList<Candidate>)[.. best.Select(n => new Candidate(right[n], right[n].Of(review), "", likeness[n], []))]);
        });
        return new PlainPair(pair, [.. rankings]);
    }

    /// <summary>Likeness of the best clause beside whether the labels say that the review reports on it, for the commitments that were found.</summary>
    public IEnumerable<(double Likeness, bool Reported)> Outcomes()
    {
        var verdicts = Judge(new PlainThresholds(0, 1), null).Verdicts.Where(verdict => Evaluation.IsAnnotated(pair.Labels, verdict.Commitment.Span)).ToList();
        return Evaluation.Align(pair.Labels, verdicts).Select(found => (Likeness(found.Verdict.Candidates), found.Label.Status != CommitmentStatus.None));
    }

    public double EndToEnd(PlainThresholds thresholds)
    {
        if (!endToEnd.TryGetValue(thresholds, out var value)) endToEnd.Add(thresholds, value = Figures(thresholds, null).EndToEndF1);
        return value;
    }

    /// <param name="probability">Of being reported on, from the likeness of the best clause; null where that does not matter.</param>
    public PairFigures Figures(PlainThresholds thresholds, LinearModel? probability) => Evaluation.Evaluate(pair.Labels, Judge(thresholds, probability));

    private PairResult Judge(PlainThresholds thresholds, LinearModel? probability)
    {
        var verdicts = rankings.Select(entry =>
        {
            var likeness = Likeness(entry.Candidates);
            var status = likeness >= thresholds.Whole ? CommitmentStatus.Fulfilled : likeness >= thresholds.Reported ? CommitmentStatus.Partial : CommitmentStatus.None;
            var evidence = status == CommitmentStatus.None ? [] : entry.Candidates.Take(1).Select(best => new Evidence(best.Span, best.Quote, "", EvidenceRelation.Direct, best.Score));
            return new Verdict(entry.Commitment, status, probability?.Probability([likeness]) ?? 0, 0, 0, [.. evidence], entry.Candidates, [], []);
        }).ToList();
        return new PairResult("", null, pair.Plan, pair.Review, FollowThroughSummary.Of(verdicts), verdicts, [], []);
    }

    private static double Likeness(IReadOnlyList<Candidate> candidates) => candidates.Count > 0 ? candidates[0].Score : 0;

    private static Commitment CommitmentAt(TextSpan span, string source) =>
        new($"p-{span.Start}", span, span.Of(source), span, "", "", [], Specificity.Specific, [], [], "clause");

    /// <summary>From the start of the first section of a kind to the end of the last; the whole report where there is none.</summary>
    private static TextSpan PartOf(ExtractedReport report, SectionKind kind)
    {
        var spans = report.Sections.SelectMany(section => section.SelfAndDescendants()).Where(section => section.Kind == kind).Select(section => section.Span).ToList();
        return spans.Count == 0 ? new TextSpan(0, report.Source.Length) : new TextSpan(spans.Min(span => span.Start), spans.Max(span => span.End));
    }
}

/// <param name="Reported">From this likeness on the best clause counts as a report on the commitment.</param>
/// <param name="Whole">From this one on as a report of the whole.</param>
internal readonly record struct PlainThresholds(double Reported, double Whole);
