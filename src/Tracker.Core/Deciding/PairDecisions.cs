namespace Tracker.Core.Deciding;

/// <summary>All decisions of a pair, placed in its texts and among its commitments as they are now. None is left out.</summary>
/// <param name="Placed">Every decision of the record with its fate, oldest first: also those undone, and undoings themselves.</param>
/// <param name="InForce">Ids of the decisions that were not taken back.</param>
/// <param name="Made">Commitments that people made and the method does not find: added ones and parts of split ones.</param>
/// <param name="Absorbed">Commitments that no longer count by themselves: id of the commitment, and why.</param>
public sealed record PairDecisions(
    IReadOnlyList<PlacedDecision> Placed, IReadOnlySet<string> InForce, IReadOnlyList<MadeCommitment> Made,
    IReadOnlyDictionary<string, Absorption> Absorbed)
{
    /// <param name="record">The decisions of the pair, each with the id of its commitment when it was made.</param>
    /// <param name="found">The pair with what the method finds in it.</param>
    public static PairDecisions Of(IReadOnlyList<(Decision Decision, string CommitmentId)> record, PairPlaces found)
    {
        var ordered = record.OrderBy(item => item.Decision.At).ThenBy(item => item.Decision.Id, StringComparer.Ordinal).ToList();
        var affirmed = DecisionRecord.Affirmed([.. ordered.Select(item => item.Decision)]);
        var inForce = DecisionRecord.InForce(affirmed).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var made = MadeBy([.. ordered.Zip(affirmed, (item, now) => (item.Decision, now, item.CommitmentId)).Where(item => inForce.Contains(item.Decision.Id))], found);
        var all = found with { Commitments = [.. found.Commitments, .. made.Select(item => item.Commitment)] };

        var placed = new Dictionary<string, PlacedDecision>(StringComparer.Ordinal);
        for (var i = 0; i < affirmed.Count; i++)
        {
            var decision = affirmed[i];
            placed[decision.Id] = decision.Undoes is { } target && placed.TryGetValue(target, out var its)
                ? its with { Decision = decision with { Subject = its.Decision.Subject, Passage = its.Decision.Passage } }
                : DecisionPlacing.Place(decision, ordered[i].CommitmentId, all);
        }

        var standing = affirmed.Where(item => inForce.Contains(item.Id)).Select(item => placed[item.Id]).ToList();
        return new PairDecisions([.. affirmed.Select(item => placed[item.Id])], inForce, WithOrigin(made, standing), AbsorbedBy(standing));
    }

    /// <summary>The decisions in force that belong to a commitment now, oldest first.</summary>
    public ILookup<string, PlacedDecision> ByCommitment() =>
        Placed.Where(item => item.CommitmentId is not null && InForce.Contains(item.Decision.Id)).ToLookup(item => item.CommitmentId!, StringComparer.Ordinal);

    private static List<MadeCommitment> MadeBy(IReadOnlyList<(Decision Original, Decision Now, string CommitmentId)> standing, PairPlaces found)
    {
        var made = new List<MadeCommitment>();
        foreach (var (original, now, commitmentId) in standing)
        {
            if (original.Kind == DecisionKind.Add) Make(commitmentId, now.Subject, original.Id);
            if (original.Kind != DecisionKind.Split) continue;
            for (var i = 0; i < original.Parts.Count; i++) Make(found.IdFor(original.Parts[i]), now.Parts[i], original.Id);
        }

        return made;

        void Make(string id, TextAnchor words, string decisionId)
        {
            if (found.Plan is null || Anchoring.Place(words, found.Plan).Span is not { } span) return;
            if (found.Commitments.Any(item => item.Span == span) || made.Exists(item => item.Commitment.Id == id || item.Commitment.Span == span)) return;
            made.Add(new MadeCommitment(new PlacedCommitment(id, span), decisionId, null));
        }
    }

    private static List<MadeCommitment> WithOrigin(List<MadeCommitment> made, List<PlacedDecision> standing)
    {
        var splits = standing.Where(item => item.Decision.Kind == DecisionKind.Split).ToDictionary(item => item.Decision.Id, StringComparer.Ordinal);
        return made.ConvertAll(item => splits.GetValueOrDefault(item.DecisionId) is { } split ? item with { PartOf = split.CommitmentId } : item);
    }

    private static Dictionary<string, Absorption> AbsorbedBy(List<PlacedDecision> standing)
    {
        var absorbed = new Dictionary<string, Absorption>(StringComparer.Ordinal);
        foreach (var item in standing.Where(item => item.CommitmentId is not null && item.Parts.Count > 0))
        {
            if (item.Decision.Kind == DecisionKind.Split) absorbed[item.CommitmentId!] = new Absorption(DecisionKind.Split, null);
            if (item.Decision.Kind != DecisionKind.Merge) continue;
            foreach (var part in item.Parts.Where(part => part.Id != item.CommitmentId)) absorbed[part.Id] = new Absorption(DecisionKind.Merge, item.CommitmentId);
        }

        return absorbed;
    }
}

/// <summary>A commitment that a person made.</summary>
/// <param name="PartOf">The commitment that was split into it; null for one that was added.</param>
public sealed record MadeCommitment(PlacedCommitment Commitment, string DecisionId, string? PartOf);

/// <summary>Why a commitment no longer counts by itself: it was split, or merged into another.</summary>
public sealed record Absorption(DecisionKind Kind, string? Into);
