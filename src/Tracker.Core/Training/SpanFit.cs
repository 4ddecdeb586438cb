using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Pipeline.Score;

namespace Tracker.Core.Training;

/// <summary>Fits whether a further span is shown, on the candidates that follow the best one where the labels know an answer.</summary>
internal static class SpanFit
{
    private const double Penalty = 5;

    public static LinearModel Fit(IReadOnlyList<RankedExample> answered)
    {
        var (inputs, outcomes) = (new List<double[]>(), new List<bool>());
        foreach (var example in answered.Where(example => example.Candidates.Count > 0))
        {
            var chosen = new List<Candidate> { example.Candidates[0] };
            foreach (var candidate in example.Candidates.Take(EvidenceSelection.Considered).Skip(1))
            {
                inputs.Add(EvidenceSelection.InputsOf(example.Commitment, example.Candidates, chosen, candidate));
                outcomes.Add(example.IsEvidence(candidate));
                if (outcomes[^1] && chosen.Count < EvidenceSelection.Most) chosen.Add(candidate);
            }
        }

        return LogisticFit.Fit(EvidenceSelection.Inputs, inputs, outcomes, [.. inputs.Select(_ => 1.0)], Penalty);
    }
}
