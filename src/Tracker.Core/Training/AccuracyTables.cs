using Tracker.Core.Domain;

namespace Tracker.Core.Training;

/// <summary>What the figures of single pairs do not show: how far a probability can be trusted, and which commitments are sure.</summary>
public static class AccuracyTables
{
    /// <summary>可靠性: commitments sorted into ten bands by the stated probability that the review reports on them.</summary>
    public static IReadOnlyList<ReliabilityBand> Reliability(IEnumerable<JudgedPair> pairs) =>
    [
        .. pairs.SelectMany(pair => pair.Found).GroupBy(found => Math.Min(9, (int)(found.Verdict.Evidenced * 10))).OrderBy(band => band.Key)
            .Select(band => new ReliabilityBand(
                band.Key / 10.0, band.Count(), band.Average(found => found.Verdict.Evidenced),
                band.Average(found => found.Label.Status == CommitmentStatus.None ? 0.0 : 1.0))),
    ];

    /// <summary>风险与覆盖: how often the status is right on the surest share of the commitments, for shares of a tenth to all.</summary>
    public static IReadOnlyList<CoveragePoint> RiskCoverage(IEnumerable<JudgedPair> pairs)
    {
        var sorted = pairs.SelectMany(pair => pair.Found).OrderByDescending(found => found.Verdict.Confidence).ToList();
        if (sorted.Count == 0) return [];
        return [.. Enumerable.Range(1, 10).Select(tenth =>
        {
            var sure = sorted.Take(Math.Max(1, sorted.Count * tenth / 10)).ToList();
            return new CoveragePoint(tenth / 10.0, sure[^1].Verdict.Confidence, sure.Average(found => found.Verdict.Status == found.Label.Status ? 1.0 : 0.0));
        })];
    }

    /// <summary>The mean of each figure over the pairs, each pair weighing alike.</summary>
    public static IReadOnlyDictionary<string, double> Means(IReadOnlyList<JudgedPair> pairs) => pairs.Count == 0
        ? new Dictionary<string, double>()
        : pairs.SelectMany(pair => pair.Figures.Named).GroupBy(figure => figure.Name).ToDictionary(group => group.Key, group => group.Average(figure => figure.Value));

    /// <summary>消融: families of inputs by a code, and what each fit does without.</summary>
    public static IReadOnlyList<(string Family, LeftOutInputs Left)> Families =>
    [
        ("directions", Without("ClauseDirection", "SentenceDirection", "BestSentenceDirection")),
        ("answers", Without("ClauseAnswer", "SentenceAnswer", "SurroundingsAnswer", "AnswerOdds", "YearAnswer")),
        ("words", Without("ClauseWords", "SentenceWords", "ObjectWord", "TellingWords", "ClauseExplained", "WithLead", "BestExplained", "YearTellingWords")),
        ("characters", Without("ClauseCharacters", "SharedStrings", "BestCharacters", "AnyCharacters", "YearCharacters", "CoveredTogether", "BestLength")),
        ("concepts", Without("ClauseConcepts", "SentenceConcepts")),
        ("surroundings", Without("Surroundings", "Neighbours", "WithLead", "BestNeighbours")),
        ("zones", Without("SeveralYears", "Shortcoming", "Formula", "Lead", "Purpose", "Done", "BestSeveralYears")),
        ("competition", Without("Competition", "AnyCompetition", "BestCompetition", "Rival")),
        ("commitment", Without("Named", "General", "Deliverable", "InstrumentUnnamed", "Listed", "Commitments", "Breadth")),
    ];

    private static LeftOutInputs Without(params string[] names) => new(names.ToHashSet(StringComparer.Ordinal));
}

/// <param name="From">Lower end of the band; it is a tenth wide.</param>
/// <param name="Stated">Mean of the stated probabilities.</param>
/// <param name="Seen">Share that the labels say the review reports on.</param>
public sealed record ReliabilityBand(double From, int Commitments, double Stated, double Seen);

/// <param name="Coverage">Share of the commitments, the surest first.</param>
/// <param name="LeastConfidence">Confidence of the least sure one among them.</param>
/// <param name="Accuracy">How often their status is right.</param>
public sealed record CoveragePoint(double Coverage, double LeastConfidence, double Accuracy);
