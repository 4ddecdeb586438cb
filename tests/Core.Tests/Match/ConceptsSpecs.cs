using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Tests.Match;

public class ConceptsSpecs
{
    private static readonly Concepts Few = new(
    [
        new ConceptDomain("例", [], [],
        [
            new Concept("融资成本", "降低融资成本", "降息 贷款利率"),
            new Concept("住房保障", "住房保障 安居", "公租房 LPR"),
            new Concept("住房", "住房", "商品房 贷款利率"),
        ]),
    ]);

    public static TheoryData<string, string, string> Examples => Pairs(domain => domain.Examples);

    public static TheoryData<string, string, string> CounterExamples => Pairs(domain => domain.CounterExamples);

    [Theory]
    [InlineData("降低融资成本，降息两次", "0")]
    [InlineData("贷款利率", "0,2")]
    [InlineData("住房保障", "1")]
    [InlineData("“住房”保障", "1")]
    [InlineData("住房得到保障", "2")]
    [InlineData("下调ＬＰＲ", "1")]
    [InlineData("推进工作", "")]
    [InlineData("", "")]
    public void A_text_names_the_concepts_of_its_longest_terms(string text, string concepts) =>
        string.Join(',', Few.Of(text).Order()).ShouldBe(concepts);

    [Fact]
    public void Terms_that_overlap_at_their_ends_both_count() =>
        new Concepts([new ConceptDomain("例", [], [], [new Concept("甲", "甲乙丙", ""), new Concept("乙", "丙丁", "乙丙")])])
            .MatchesIn("甲乙丙丁").Select(match => match.Term).ShouldBe(["甲乙丙", "丙丁"]);

    [Fact]
    public void A_term_stands_for_the_telling_terms_inside_it()
    {
        var concepts = new Concepts([new ConceptDomain("例", [], [],
            [new Concept("小区", "小区", "老旧小区加装电梯"), new Concept("电梯", "加装电梯", "电梯"), new Concept("旧", "老旧", "改造")])]);
        concepts.Of("老旧小区加装电梯").Order().ShouldBe([0, 1]);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Clauses_without_a_common_word_share_a_concept(string domain, string plan, string review)
    {
        SharedCharacterPairs(plan, review).ShouldBeEmpty(domain);
        Concepts.Shared.Of(plan).Intersect(Concepts.Shared.Of(review)).ShouldNotBeEmpty($"{domain}: {plan} / {review}");
    }

    [Theory]
    [MemberData(nameof(CounterExamples))]
    public void Clauses_about_different_matters_share_none(string domain, string plan, string review)
    {
        Concepts.Shared.Of(plan).ShouldNotBeEmpty(domain);
        Concepts.Shared.Of(review).ShouldNotBeEmpty(domain);
        Concepts.Shared.Of(plan).Intersect(Concepts.Shared.Of(review)).ShouldBeEmpty($"{domain}: {plan} / {review}");
    }

    private static IEnumerable<string> SharedCharacterPairs(string plan, string review) =>
        Enumerable.Range(0, plan.Length - 1).Select(at => plan.Substring(at, 2)).Where(pair => review.Contains(pair, StringComparison.Ordinal));

    private static TheoryData<string, string, string> Pairs(Func<ConceptDomain, IReadOnlyList<ClausePair>> choose)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var domain in Concepts.Shared.Domains)
            foreach (var pair in choose(domain)) data.Add(domain.Name, pair.Plan, pair.Review);
        return data;
    }
}
