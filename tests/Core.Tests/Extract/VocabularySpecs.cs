using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Extract;
using Tracker.Core.Pipeline.Extract.Rules;
using Tracker.Core.Pipeline.Extract.Vocabulary;

namespace Tracker.Core.Tests.Extract;

/// <summary>Every rule and every word list speaks in its example and is silent in its counter-example.</summary>
public class VocabularySpecs
{
    public static TheoryData<string> PlanRules() => [.. ClauseRules.ForPlans.Rules.Select(rule => rule.Name)];

    public static TheoryData<string> ReviewRules() => [.. ClauseRules.ForReviews.Rules.Select(rule => rule.Name)];

    public static TheoryData<string> WordLists() => [.. Lexicon.Default.VerbLists.Concat(Lexicon.Default.WordLists).Select(list => list.Name)];

    [Theory, MemberData(nameof(PlanRules))]
    public void A_plan_rule_decides_its_example_and_not_its_counter_example(string name) =>
        Check(ClauseRules.ForPlans.Rules.Single(rule => rule.Name == name), SectionKind.Plan);

    [Theory, MemberData(nameof(ReviewRules))]
    public void A_review_rule_decides_its_example_and_not_its_counter_example(string name) =>
        Check(ClauseRules.ForReviews.Rules.Single(rule => rule.Name == name), SectionKind.Review);

    [Theory, MemberData(nameof(WordLists))]
    public void A_word_of_the_list_opens_its_example_and_none_opens_its_counter_example(string name)
    {
        var list = Lexicon.Default.VerbLists.Concat(Lexicon.Default.WordLists).Single(candidate => candidate.Name == name);
        list.Words.ShouldContain(word => list.Example.StartsWith(word, StringComparison.Ordinal));
        list.Words.ShouldNotContain(word => list.CounterExample.StartsWith(word, StringComparison.Ordinal));
        list.Words.ShouldBeUnique();
        list.Says.ShouldNotBeEmpty();
    }

    public static TheoryData<string> SpecificityRules() => [.. SpecificityJudge.Rules.Select(rule => rule.Name)];

    [Theory, MemberData(nameof(SpecificityRules))]
    public void A_rule_of_specificity_decides_its_example_and_not_its_counter_example(string name)
    {
        var rule = SpecificityJudge.Rules.Single(candidate => candidate.Name == name);
        SpecificityJudge.RuleFor(rule.Example).ShouldNotBeNull().Name.ShouldBe(name);
        SpecificityJudge.RuleFor(rule.CounterExample)?.Name.ShouldNotBe(name);
        rule.Says.ShouldNotBeEmpty();
    }

    private static void Check(ClauseRule rule, SectionKind kind)
    {
        rule.Says.ShouldNotBeEmpty();
        DeciderOf(rule.Example, kind).ShouldBe(rule.Name, rule.Example);
        DeciderOf(rule.CounterExample, kind).ShouldNotBe(rule.Name, rule.CounterExample);
    }

    private static string DeciderOf(string marked, SectionKind kind)
    {
        var text = ReportText.Of(marked, kind);
        var mark = text.Marks.ShouldHaveSingleItem();
        return Extractor.Trace(text.Sectioned).Where(decision => decision.Span.Overlaps(mark)).ShouldHaveSingleItem().Rule;
    }
}
