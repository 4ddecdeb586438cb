using Tracker.Core.Deciding;
using Tracker.Core.Domain;

namespace Tracker.Core.Tests.Deciding;

/// <summary>What becomes of a decision's quotation when the text is corrected.</summary>
public class AnchoringSpecs
{
    private const string Plan =
        "二、2025年主要任务\n聚焦民生福祉，办好民生实事。围绕养老服务体系建设开展专题协商，推动建成社区食堂20个。持续加强提案办理，提高办成率。\n" +
        "聚焦绿色发展，守护一方水土。围绕汾河流域治理开展民主监督，助力一泓清水入黄河。持续加强队伍建设，提高服务水平。\n";

    private const string Quote = "围绕养老服务体系建设开展专题协商";

    [Fact]
    public void An_unchanged_text_keeps_the_anchor()
    {
        var placement = Replace("", "");
        placement.Fate.ShouldBe(AnchorFate.Kept);
        placement.Span!.Value.Of(Plan).ShouldBe(Quote);
    }

    [Fact]
    public void Soft_breaks_and_blanks_are_no_change()
    {
        var newer = Plan.Replace("体系建设开展", "体系建\n设 开展", StringComparison.Ordinal);
        var placement = Place(Plan, Quote, newer);
        placement.Fate.ShouldBe(AnchorFate.Kept);
        placement.Span!.Value.Of(newer).ShouldBe("围绕养老服务体系建\n设 开展专题协商");
    }

    [Fact]
    public void A_moved_paragraph_takes_its_anchor_along()
    {
        var lines = Plan.Split('\n');
        var newer = string.Join('\n', lines[0], lines[2], lines[1], "");
        var placement = Place(Plan, Quote, newer);
        placement.Fate.ShouldBeOneOf(AnchorFate.Kept, AnchorFate.Reanchored);
        placement.Span!.Value.Of(newer).ShouldBe(Quote);
    }

    [Fact]
    public void A_typo_mended_inside_the_quotation_asks_to_be_affirmed_again()
    {
        var placement = Replace("养老服务体系", "养老照护体系");
        placement.Fate.ShouldBe(AnchorFate.Stale);
        placement.Span.ShouldNotBeNull();
    }

    [Fact]
    public void A_typo_mended_beside_the_quotation_does_not()
    {
        var placement = Replace("推动建成社区食堂", "推动新建社区食堂");
        placement.Fate.ShouldBe(AnchorFate.Reanchored);
    }

    [Fact]
    public void A_doubled_sentence_leaves_no_highlight_but_both_places_to_choose_from()
    {
        const string sentence = "围绕养老服务体系建设开展专题协商，推动建成社区食堂20个。";
        var placement = Place(Plan, "推动建成社区食堂", Plan.Replace(sentence, sentence + sentence, StringComparison.Ordinal));
        placement.Fate.ShouldBe(AnchorFate.Orphaned);
        placement.Span.ShouldBeNull();
        placement.Possible.Count.ShouldBe(2);
    }

    [Fact]
    public void A_sentence_that_is_gone_orphans_its_anchor()
    {
        var placement = Replace("围绕养老服务体系建设开展专题协商，推动建成社区食堂20个。", "");
        placement.Fate.ShouldBe(AnchorFate.Orphaned);
        placement.Possible.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_words_in_another_sentence_are_not_taken_for_the_old_ones()
    {
        // 持续加强 stands twice; the first one is edited away, and the second must not inherit what was decided on the first.
        var first = Plan.IndexOf("持续加强", StringComparison.Ordinal);
        var newer = Plan.Replace("持续加强提案办理，提高办成率。", "", StringComparison.Ordinal);
        var placement = Place(Plan, new TextSpan(first, first + 4), newer);
        placement.Fate.ShouldBe(AnchorFate.Orphaned);
        placement.Span.ShouldBeNull();
    }

    private static Placement Replace(string old, string with) =>
        Place(Plan, Quote, old.Length == 0 ? Plan : Plan.Replace(old, with, StringComparison.Ordinal));

    private static Placement Place(string older, string quote, string newer)
    {
        var start = older.IndexOf(quote, StringComparison.Ordinal);
        return Place(older, new TextSpan(start, start + quote.Length), newer);
    }

    private static Placement Place(string older, TextSpan span, string newer) =>
        Anchoring.Place(AnchorText.Of(older, []).Anchor(span), AnchorText.Of(newer, []));
}
