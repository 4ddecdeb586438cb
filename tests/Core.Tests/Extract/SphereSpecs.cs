using Tracker.Core.Classifying;
using Tracker.Core.Domain;

namespace Tracker.Core.Tests.Extract;

/// <summary>领域: told from the words, from the headings where the words are silent, and never by guessing.</summary>
public class SphereSpecs
{
    public static TheoryData<Sphere> Rules() => [.. SphereJudge.Rules.Select(rule => rule.Sphere)];

    [Theory, MemberData(nameof(Rules))]
    public void A_rule_tells_its_example_and_not_its_counter_example(Sphere sphere)
    {
        var rule = SphereJudge.Rules.Single(candidate => candidate.Sphere == sphere);
        SphereJudge.Of(rule.Example, []).ShouldContain(sphere);
        SphereJudge.Of(rule.CounterExample, []).ShouldNotContain(sphere);
        rule.Says.ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_field_but_the_last_has_its_rule_and_no_word_tells_of_two()
    {
        SphereJudge.Rules.Select(rule => rule.Sphere).ShouldBe(Enum.GetValues<Sphere>().Where(sphere => sphere != Sphere.Other));
        SphereJudge.Rules.SelectMany(rule => rule.Words).ShouldBeUnique();
    }

    [Theory]
    [InlineData("建设高水平旅游目的地体系，推动文旅融合高质量发展", "Culture")]
    [InlineData("围绕“推动文旅融合”开展常委会会议协商", "Culture", "what is consulted on says more than that it is")]
    [InlineData("发展乡村旅游和民宿", "Rural Culture", "one may be about two")]
    [InlineData("加强机关廉洁文化建设", "Party", "the longer word goes before the shorter that it holds")]
    [InlineData("确保粮食安全", "Rural", "and 安全 in it tells nothing of its own")]
    [InlineData("办好界别协商和委员视察", "Duty")]
    [InlineData("拓展文\n  旅消费", "Economy Culture", "a soft break inside a word is no end of it")]
    [InlineData("久久为功、善作善成", "Other")]
    public void The_words_tell_the_field(string quote, string spheres, string because = "") =>
        string.Join(' ', SphereJudge.Of(quote, [])).ShouldBe(spheres, because);

    [Fact]
    public void Where_the_words_are_silent_the_innermost_heading_that_speaks_tells()
    {
        SphereJudge.Of("持续抓好落实", ["二、2025年主要任务", "（一）加强生态环境保护", "1.总体要求"]).ShouldBe([Sphere.Ecology]);
        SphereJudge.Of("持续抓好医疗", ["（一）加强生态环境保护"]).ShouldBe([Sphere.Livelihood]);
    }
}
