using System.Numerics.Tensors;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Training;

/// <summary>A labelled pair as fitting sees it: every commitment of the plan, and for the labelled ones which clauses answer.</summary>
public sealed record TrainingPair(LabelledPair Labels, ExtractedReport Plan, ExtractedReport Review, PairFeatures Features, IReadOnlyList<LabelledItem> Examples)
{
    /// <summary>How many clauses compete with the labelled ones.</summary>
    private const int Contenders = 80;

    /// <param name="plan">With the labelled commitments among its own.</param>
    public static TrainingPair Of(LabelledPair labels, ExtractedReport plan, ExtractedReport review, TermStatistics terms, MatchVocabulary vocabulary)
    {
        var features = PairFeatures.Of(plan, review, terms, vocabulary);
        var (commitments, examples) = (plan.Commitments.ToList(), new List<LabelledItem>());
        foreach (var label in labels.Commitments)
        {
            var item = commitments.FindIndex(commitment => commitment.Span == label.Span);
            if (item >= 0) examples.Add(new LabelledItem(item, label, [.. features.Review.Units.Select(unit => Worth(unit, label))]));
        }

        return new TrainingPair(labels, plan, review, features, examples);
    }

    private static double Worth(ReviewUnit unit, LabelledCommitment label)
    {
        var worth = 0.0;
        foreach (var evidence in label.Evidence)
            if (SpanAgreement.Touch(unit.Span, evidence.Span)) worth = Math.Max(worth, evidence.Relation == EvidenceRelation.Direct ? 1 : 0.7);
        return worth;
    }

    /// <summary>The clauses that a plain sum of likenesses puts first, and the labelled ones; the many others teach nothing more.</summary>
    public IReadOnlyList<int> ContendersFor(LabelledItem example)
    {
        var count = Features.Review.Units.Count;
        var columns = Features.Columns(example.Item);
        var sums = new float[count];
        for (var feature = 0; feature < (int)MatchFeature.Surroundings; feature++) TensorPrimitives.Add(sums, columns.Slice(feature * count, count), sums);
        return [.. Enumerable.Range(0, count).OrderByDescending(unit => sums[unit]).ThenBy(unit => unit)
            .Where((unit, place) => place < Contenders || example.Units[unit] > 0)];
    }
}

/// <param name="Item">Place of the commitment in the plan.</param>
/// <param name="Units">For each clause of the review how much it is evidence, 0 to 1.</param>
public sealed record LabelledItem(int Item, LabelledCommitment Label, IReadOnlyList<double> Units);
