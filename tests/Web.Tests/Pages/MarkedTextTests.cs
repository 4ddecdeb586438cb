using System.Net;
using System.Text.RegularExpressions;
using Tracker.Core.Domain;
using Tracker.Web.Reading;

namespace Tracker.Web.Tests.Pages;

/// <summary>Highlighting changes how a text looks, never what it says.</summary>
public partial class MarkedTextTests
{
    [Fact]
    public void A_text_without_marks_is_only_encoded() =>
        Html("a<b & \"c\"").ShouldBe("a&lt;b &amp; &quot;c&quot;");

    [Fact]
    public void A_mark_has_its_pin_before_its_first_character() =>
        Html("开展调研。", Mark(0, 4, "c1")).ShouldBe(
            "<a class=\"pin is-c1\" id=\"c1\" href=\"#c1\" data-keys=\"c1\" aria-label=\"label c1\"></a>" +
            "<mark class=\"is-c1\" data-keys=\"c1\">开展调研</mark>。");

    [Fact]
    public void A_nested_mark_is_written_inside_the_outer_one_and_looks_like_itself() =>
        Marks(Html("0123456789", Mark(0, 10, "outer"), Mark(3, 5, "inner"))).ShouldBe(
            ["is-outer|outer|012", "is-inner is-shared|outer inner|34", "is-outer|outer|56789"]);

    [Fact]
    public void Overlapping_marks_share_the_characters_that_both_cover() =>
        Marks(Html("0123456789", Mark(0, 6, "a"), Mark(4, 10, "b"))).ShouldBe(["is-a|a|0123", "is-b is-shared|a b|45", "is-b|b|6789"]);

    [Fact]
    public void Marks_that_touch_stay_apart() =>
        Marks(Html("0123", Mark(0, 2, "a"), Mark(2, 4, "b"))).ShouldBe(["is-a|a|01", "is-b|b|23"]);

    [Fact]
    public void Of_a_mark_that_begins_before_the_range_only_the_rest_is_written_and_no_second_pin()
    {
        var html = new StringWriter();
        MarkedText.Write(html, "0123456789", new TextSpan(4, 8), [Mark(2, 6, "a")]);
        Marks(html.ToString()).ShouldBe(["is-a|a|45"]);
        html.ToString().ShouldNotContain("class=\"pin");
        TextOf(html.ToString()).ShouldBe("4567");
    }

    [Fact]
    public void An_edge_inside_a_character_of_two_code_units_moves_outwards()
    {
        var html = Html("甲𠮷乙", Mark(2, 4, "a"));
        Marks(html).Select(WebUtility.HtmlDecode).ShouldBe(["is-a|a|𠮷乙"]);
        TextOf(html).ShouldBe("甲𠮷乙");
    }

    [Fact]
    public void A_label_or_key_cannot_break_out_of_its_attribute()
    {
        var html = Html("文", new TextMark(new TextSpan(0, 1), "x\"><script>", ["\"k"], "is-x\"", "<\"", "javascript\""));
        html.ShouldNotContain("<script>");
        Tags().Replace(html, "").ShouldBe("文");
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public void However_marks_lie_the_text_is_the_source_character_for_character(int seed)
    {
        var random = new Random(seed);
        const string Characters = "甲乙，。“”<>&\"' \n\r\t𠮷\u200b";
        for (var round = 0; round < 200; round++)
        {
            var source = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Characters[random.Next(Characters.Length)]));
            source = Regex.Replace(source, @"[\uD800-\uDFFF]", "丙");
            var marks = Enumerable.Range(0, random.Next(0, 8)).Select(i =>
            {
                var (a, b) = (random.Next(source.Length + 1), random.Next(source.Length + 1));
                return Mark(Math.Min(a, b), Math.Max(a, b), $"m{i}");
            }).ToArray();
            var html = Html(source, marks);
            TextOf(html).ShouldBe(source);
            Regex.Count(html, "class=\"pin").ShouldBe(marks.Count(mark => mark.Span.Length > 0));
        }
    }

    [Fact]
    public void A_page_begins_where_it_begins_inside_a_mark_too_and_adds_no_character()
    {
        var html = new StringWriter();
        MarkedText.Write(html, "0123456789", new TextSpan(0, 10), [Mark(2, 6, "a")], [new PageBreak(0, "第1页"), new PageBreak(4, "第2页"), new PageBreak(4, "第3页")]);

        TextOf(html.ToString()).ShouldBe("0123456789");
        Breaks().Replace(html.ToString(), "[$1]").ShouldBe("""[第1页]01<a class="pin is-a" id="a" href="#a" data-keys="a" aria-label="label a"></a><mark class="is-a" data-keys="a">23</mark>[第2页][第3页]<mark class="is-a" data-keys="a">45</mark>6789""");
    }

    internal static string TextOf(string html) => WebUtility.HtmlDecode(Tags().Replace(html, ""));

    private static string[] Marks(string html) =>
        [.. MarkElement().Matches(html).Select(mark => $"{mark.Groups[1].Value}|{mark.Groups[2].Value}|{mark.Groups[3].Value}")];

    private static string Html(string source, params TextMark[] marks)
    {
        var html = new StringWriter();
        MarkedText.Write(html, source, new TextSpan(0, source.Length), marks);
        return html.ToString();
    }

    private static TextMark Mark(int start, int end, string key) => new(new TextSpan(start, end), key, [key], "is-" + key, "label " + key, "#" + key);

    [GeneratedRegex("<span class=\"page-break\" role=\"doc-pagebreak\" aria-label=\"([^\"]*)\" data-page=\"\\1\"></span>")]
    private static partial Regex Breaks();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("<mark class=\"([^\"]*)\" data-keys=\"([^\"]*)\">([^<]*)</mark>")]
    private static partial Regex MarkElement();
}
