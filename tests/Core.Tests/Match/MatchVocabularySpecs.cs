using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Tests.Match;

public class MatchVocabularySpecs
{
    public static TheoryData<string> Lists => [.. MatchVocabulary.Shared.Lists.Keys];

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_speaks_of_its_example_and_not_of_its_counter_example(string name)
    {
        var list = MatchVocabulary.Shared[name];
        list.FirstIn(list.Example).ShouldNotBeNull($"{name}: {list.Example}");
        list.Words.Where(word => list.CounterExample.StartsWith(word, StringComparison.Ordinal) || list.CounterExample == word).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_names_each_word_once(string name) => MatchVocabulary.Shared[name].Words.ShouldBeUnique();
}
