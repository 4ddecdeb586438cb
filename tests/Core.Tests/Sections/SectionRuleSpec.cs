using Tracker.Core.Pipeline.Sections;

namespace Tracker.Core.Tests.Sections;

/// <summary>Every rule of the vocabulary says yes to its example and no to its counter-example.</summary>
public class SectionRuleSpec
{
    public static TheoryData<string> Names => [.. SectionVocabulary.Rules.Select(rule => rule.Name)];

    private static SectionRule Rule(string name) => SectionVocabulary.Rules.Single(rule => rule.Name == name);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_matches_its_example(string name) => Rule(name).IsMatch(Rule(name).Example).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_does_not_match_its_counterexample(string name) => Rule(name).IsMatch(Rule(name).CounterExample).ShouldBeFalse();
}
