using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Pipeline.Score;

/// <summary>What a status has to keep to whatever the formulas say, since few labels cannot teach it.</summary>
internal static class StatusRules
{
    /// <summary>Share of the commitment's words that a sentence about a miss must meet to be about this commitment.</summary>
    private const double AboutThis = 0.45;

    /// <summary>A best candidate that is less probable as evidence is hardly ever the right one: nothing is shown rather than it.</summary>
    private const double LeastShown = 0.06;

    /// <summary>Place of a candidate that says in so many words that this was not reached; null where none does.</summary>
    public static int? Missed(IReadOnlyList<Candidate> candidates, ClaimIndex claims, string source)
    {
        for (var place = 0; place < candidates.Count; place++)
            if (StatusInputs.Value(candidates[place], MatchFeature.SentenceWords) >= AboutThis
                && claims.Touching(candidates[place].Span).Any(claim => MatchVocabulary.Shared.MissedWords.FirstIn(claim.Context.Of(source)) is not null))
                return place;
        return null;
    }

    /// <summary>The status that the rules leave, and the sentence that says which one spoke; no sentence where none did.</summary>
    public static (CommitmentStatus Status, string? Reason) Apply(
        CommitmentStatus status, RankedCommitment ranked, IReadOnlyList<QuantityComparison> comparisons)
    {
        if (status == CommitmentStatus.Fulfilled && comparisons.Any(comparison => comparison.Outcome == QuantityOutcome.Short))
            return (CommitmentStatus.Partial, "规则：数字没有达到，不算已落实。");
        if (status != CommitmentStatus.Fulfilled && comparisons.Count > 0 && comparisons.All(comparison => comparison.Outcome == QuantityOutcome.Met))
            return (CommitmentStatus.Fulfilled, "规则：同一指标的数字已经达到。");
        if (status == CommitmentStatus.None && comparisons.Any(comparison => comparison.Outcome == QuantityOutcome.Short))
            return (CommitmentStatus.Partial, "规则：报告了同一指标而数字没有达到，算部分落实。");
        if (status != CommitmentStatus.None && ranked.Candidates[0].Score < LeastShown && comparisons.All(comparison => comparison.Outcome == QuantityOutcome.NotComparable))
            return (CommitmentStatus.None, "规则：最接近的语句也离得太远，不作为依据，不算有回应。");
        if (status != CommitmentStatus.Fulfilled || ranked.Deliverable is not { } promised) return (status, null);
        var vocabulary = MatchVocabulary.Shared;
        var answer = ranked.Candidates[0].Quote;
        return vocabulary.DoneVerbs.FirstIn(answer) is null && vocabulary.WeakVerbs.Words.FirstOrDefault(verb => answer.StartsWith(verb, StringComparison.Ordinal)) is { } weak
            ? (CommitmentStatus.Partial, $"规则：承诺的是“{promised}”，报告只说“{weak}”，不算完成。")
            : (status, null);
    }
}
