using Tracker.Core.Pipeline.Extract.Clauses;
using Tracker.Core.Pipeline.Extract.Vocabulary;

namespace Tracker.Core.Pipeline.Extract.Rules;

/// <summary>判定: an ordered list of rules of which the first that holds decides a clause.</summary>
public sealed class ClauseRules
{
    /// <summary>No clause of sense is longer; what is goes to the remainder undecided.</summary>
    public const int LongestClause = 240;

    private ClauseRules(IReadOnlyList<ClauseRule> rules) => Rules = rules;

    /// <summary>What makes a clause of a plan a commitment.</summary>
    public static ClauseRules ForPlans { get; } = new(EmbeddedData.Read<List<ClauseRule>>("vocabulary/plan-rules.json"));

    /// <summary>What makes a clause of a review a claim.</summary>
    public static ClauseRules ForReviews { get; } = new(EmbeddedData.Read<List<ClauseRule>>("vocabulary/review-rules.json"));

    public IReadOnlyList<ClauseRule> Rules { get; }

    /// <returns>The rule that decides; null where none speaks, which leaves the clause in the remainder.</returns>
    internal ClauseRule? Decide(Clause clause)
    {
        if (clause.DecidedBy == this) return clause.Decision;
        (clause.DecidedBy, clause.Decision) = (this, clause.Length > LongestClause ? null : Rules.FirstOrDefault(rule => rule.Holds(clause)));
        return clause.Decision;
    }
}
