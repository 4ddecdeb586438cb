using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Tests.Conventions;

/// <summary>What keeps the thesaurus telling: a term that means everything would make any two clauses related.</summary>
public class ConceptTests
{
    private const int MostConceptsOfATerm = 3;
    private const int LongestTerm = 12;
    private const int FewestTerms = 5;

    private static readonly Concepts Concepts = Concepts.Shared;

    [Fact]
    public void A_term_belongs_to_few_concepts() =>
        Concepts.ConceptsOfTerm.Where(entry => entry.Value.Length > MostConceptsOfATerm).Select(entry => entry.Key).ShouldBeEmpty();

    [Fact]
    public void A_concept_names_no_term_twice() =>
        Concepts.All.Where(concept => concept.Terms.Distinct(StringComparer.Ordinal).Count() < concept.Terms.Count())
            .Select(concept => concept.Name).ShouldBeEmpty();

    [Fact]
    public void No_two_concepts_have_one_name() => Concepts.All.Select(concept => concept.Name).ShouldBeUnique();

    [Fact]
    public void A_concept_has_terms_for_the_promise_and_for_what_carries_it_out() =>
        Concepts.All.Where(concept => !concept.PromisedTerms.Any() || !concept.CarriedOutTerms.Any() || concept.Terms.Count() < FewestTerms)
            .Select(concept => concept.Name).ShouldBeEmpty();

    [Fact]
    public void A_term_has_two_to_twelve_characters() =>
        Concepts.ConceptsOfTerm.Keys.Where(term => term.Length is < 2 or > LongestTerm).ShouldBeEmpty();

    [Fact]
    public void No_term_is_a_word_that_stands_everywhere() =>
        Concepts.ConceptsOfTerm.Keys.Where(term => MatchVocabulary.Shared.FrameWords.Contains(term) || MatchVocabulary.Shared.EmptyWords.Contains(term))
            .ShouldBeEmpty();

    [Fact]
    public void A_term_alone_names_its_concepts() =>
        Concepts.ConceptsOfTerm.Where(entry => !entry.Value.All(Concepts.Of(entry.Key).Contains)).Select(entry => entry.Key).ShouldBeEmpty();

    [Fact]
    public void A_domain_is_held_to_examples_and_counter_examples() =>
        Concepts.Domains.Where(domain => domain.Examples.Count == 0 || domain.CounterExamples.Count == 0).Select(domain => domain.Name).ShouldBeEmpty();
}
