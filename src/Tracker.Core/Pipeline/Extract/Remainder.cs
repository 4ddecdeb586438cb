using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Extract.Clauses;
using Tracker.Core.Pipeline.Extract.Rules;

namespace Tracker.Core.Pipeline.Extract;

/// <summary>A clause of a plan or a review and what became of it.</summary>
/// <param name="Rule">Name of the rule that decided; empty where none spoke.</param>
/// <param name="Kept">Whether it became a commitment or a claim, or part of one.</param>
public sealed record ClauseDecision(TextSpan Span, string Text, string Rule, bool Kept);

/// <summary>余文: what no rule consumed in plan and review.</summary>
internal static class Remainder
{
    public static IReadOnlyList<TextSpan> Of(IReadOnlyList<Paragraph> plan, IReadOnlyList<Paragraph> review) =>
        [.. Trace(plan, review).Where(decision => decision.Rule.Length == 0).Select(decision => decision.Span).Order()];

    public static IReadOnlyList<ClauseDecision> Trace(IReadOnlyList<Paragraph> plan, IReadOnlyList<Paragraph> review) =>
        [.. plan.SelectMany(paragraph => Decisions(paragraph, ClauseRules.ForPlans)),
            .. review.SelectMany(paragraph => Decisions(paragraph, ClauseRules.ForReviews))];

    private static IEnumerable<ClauseDecision> Decisions(Paragraph paragraph, ClauseRules rules)
    {
        foreach (var sentence in paragraph.Sentences)
        {
            var carriers = QuotedTopics.Of(sentence).Carriers;
            foreach (var clause in sentence.Clauses)
            {
                var rule = carriers.Contains(clause) ? null : rules.Decide(clause);
                yield return carriers.Contains(clause)
                    ? new ClauseDecision(clause.Span, clause.Text, QuotedTopics.Rule, true)
                    : new ClauseDecision(clause.Span, clause.Text, rule?.Name ?? "", rule?.Verdict == RuleVerdict.Keep);
            }
        }
    }
}
