using System.Globalization;
using Microsoft.AspNetCore.Html;
using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Data.Searching;
using Tracker.Web.Reading;

namespace Tracker.Web.Features.Search;

/// <summary>A passage as the page shows it: its words in one line, what was looked for marked, and where it leads.</summary>
/// <param name="IsCutBefore">Whether the passage begins before what is shown; <paramref name="IsCutAfter"/> whether it goes on after it.</param>
public sealed record FoundPassage(FindPassages.Passage Passage, IHtmlContent Html, string Address, bool IsCutBefore, bool IsCutAfter)
{
    /// <summary>So much of a long passage is shown, around the first of the words.</summary>
    private const int Longest = 160;
    private const int Before = 48;

    /// <summary>A browser that knows text fragments scrolls to these words; they must not run over a line break.</summary>
    private const int LongestFragment = 20;

    public static FoundPassage Of(FindPassages.Passage passage, SearchWords words)
    {
        var text = OneLine.Of(passage.Quote);
        var marks = words.FindIn(text);
        var shown = Range(text, marks);
        var html = new StringWriter(CultureInfo.InvariantCulture);
        MarkedText.Write(html, text, shown, [.. marks.Select(span => new TextMark(span, "", [], "is-word", "", ""))]);
        return new FoundPassage(passage, new HtmlString(html.ToString()), AddressOf(passage), shown.Start > 0, shown.End < text.Length);
    }

    private static TextSpan Range(string text, IReadOnlyList<TextSpan> marks)
    {
        if (text.Length <= Longest) return new TextSpan(0, text.Length);
        var start = Math.Clamp((marks.Count > 0 ? marks[0].Start : 0) - Before, 0, text.Length - Longest);
        var end = start + Longest;
        if (char.IsLowSurrogate(text[start])) start--;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end++;
        return new TextSpan(start, end);
    }

    private static string AddressOf(FindPassages.Passage passage) => passage.Part switch
    {
        SearchPart.Commitment => $"/commitments/{passage.Id}",
        SearchPart.Claim => $"/pairs/{passage.Pair}{Fragment(passage)}",
        SearchPart.Text => $"/reports/{passage.Id}{Fragment(passage)}",
        _ => throw new ArgumentOutOfRangeException(nameof(passage), passage.Part, "Unknown part."),
    };

    private static string Fragment(FindPassages.Passage passage)
    {
        var text = passage.Quote;
        var start = passage.Highlights.Count > 0 ? passage.Highlights[0].Start - passage.Span.Start : 0;
        var end = start;
        while (end < text.Length && end - start < LongestFragment && !char.IsWhiteSpace(text[end])) end++;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end--;
        return end > start ? "#:~:text=" + Uri.EscapeDataString(text[start..end]).Replace("-", "%2D", StringComparison.Ordinal) : "";
    }
}
