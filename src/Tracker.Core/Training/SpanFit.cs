using Tracker.Core.Pipeline.Match;
using Tracker.Core.Pipeline.Score;

namespace Tracker.Core.Training;

/// <summary>Fits whether a further span is shown, on the candidates that follow the best one where the labels know an answer.</summary>
internal static class SpanFit
{
    private const double Penalty = 5;

    public static LinearModel Fit(IReadOnlyList<RankedExample> answered)
    {
        var (inputs, outcomes, weights) = (new List<double[]>(), new List<bool>(), new List<double>());
        foreach (var example in answered)
        {
            var chosen = new List<int> { 0 };
            for (var place = 1; place < Math.Min(EvidenceSelection.Considered, example.Ranked.Candidates.Count); place++)
            {
                inputs.Add(EvidenceSelection.InputsOf(example.Ranked, chosen, place));
                outcomes.Add(example.IsEvidence(place));
                weights.Add(example.Weight);
                if (outcomes[^1] && chosen.Count < EvidenceSelection.Most) chosen.Add(place);
            }
        }

        return LogisticFit.Fit(EvidenceSelection.Inputs, inputs, outcomes, weights, Penalty);
    }
}
