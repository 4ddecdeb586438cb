using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Extract.Rules;
using Tracker.Core.Pipeline.Extract.Vocabulary;

namespace Tracker.Core.Pipeline.Extract;

/// <summary>具体程度: an ordered list of rules of which the first that holds decides; where none does, the action is specific.</summary>
public static class SpecificityJudge
{
    public static IReadOnlyList<SpecificityRule> Rules { get; } = EmbeddedData.Read<List<SpecificityRule>>("vocabulary/specificity.json");

    internal static Specificity Judge(Finding finding, IReadOnlyList<Quantity> targets) =>
        targets.Count > 0 || finding.Rule == QuotedTopics.Rule ? Specificity.Named : RuleFor(finding.Text)?.Specificity ?? Specificity.Specific;

    /// <returns>The rule that decides a commitment's text; null where none speaks.</returns>
    public static SpecificityRule? RuleFor(string text) => Rules.FirstOrDefault(rule => rule.Holds(text));
}
