using System.Text;

namespace Tracker.Core.Reading;

/// <summary>
/// 识别标点: sets right what a scan's reader cannot see. Quotation marks open and close by turns, whichever way they were read; where one was lost
/// in a sentence, the one left over becomes a blank, so that it does not turn all that follow. 《一) and (一】 at the start of a paragraph are （一）.
/// Every character keeps its place.
/// </summary>
public static class ScannedPunctuation
{
    private const string Opening = "“‘「『";
    private const string Quotes = "“”‘’「」『』\"'";
    private const string SentenceEnds = "。！？";
    private const string Numerals = "一二三四五六七八九十";
    private const string LeftBrackets = "（(《〈【[{「";
    private const string RightBrackets = "）)》〉】]}」";
    private const double MostDisagreement = .25;

    public static string Repair(string text) => string.Join('\n', text.Split('\n').Select(RepairParagraph));

    private static string RepairParagraph(string paragraph)
    {
        var repaired = new StringBuilder(paragraph);
        Number(repaired);
        var quotes = Enumerable.Range(0, paragraph.Length).Where(i => IsQuote(paragraph, i)).ToList();
        if (quotes.Count % 2 == 0 && Disagreement(paragraph, quotes) <= MostDisagreement * quotes.Count) Turn(repaired, quotes);
        else foreach (var sentence in BySentence(paragraph, quotes)) Turn(repaired, WithoutLeftOver(repaired, paragraph, sentence));
        return repaired.ToString();
    }

    private static void Number(StringBuilder paragraph)
    {
        var end = 1;
        while (end < paragraph.Length && end <= 4 && Numerals.Contains(paragraph[end], StringComparison.Ordinal)) end++;
        if (end == 1 || end >= paragraph.Length || !LeftBrackets.Contains(paragraph[0], StringComparison.Ordinal) || !RightBrackets.Contains(paragraph[end], StringComparison.Ordinal)) return;
        paragraph[0] = '（';
        paragraph[end] = '）';
    }

    private static bool IsQuote(string text, int at) => Quotes.Contains(text[at], StringComparison.Ordinal)
        && !(at > 0 && at + 1 < text.Length && char.IsAsciiLetter(text[at - 1]) && char.IsAsciiLetter(text[at + 1]));

    private static void Turn(StringBuilder paragraph, List<int> quotes)
    {
        for (var i = 0; i < quotes.Count; i++) paragraph[quotes[i]] = i % 2 == 0 ? '“' : '”';
    }

    private static IEnumerable<List<int>> BySentence(string paragraph, List<int> quotes) =>
        quotes.GroupBy(at => paragraph.AsSpan(0, at).Count(SentenceEnds)).Select(sentence => sentence.ToList());

    /// <summary>Of an odd number of marks the one is blanked without which the others were read most nearly as they must be.</summary>
    private static List<int> WithoutLeftOver(StringBuilder repaired, string paragraph, List<int> quotes)
    {
        if (quotes.Count % 2 == 0) return quotes;
        var odd = quotes.MinBy(left => (Disagreement(paragraph, [.. quotes.Where(at => at != left)]), -left));
        repaired[odd] = ' ';
        return [.. quotes.Where(at => at != odd)];
    }

    /// <summary>How many marks were read the other way round than their turn asks. Straight ones agree with either.</summary>
    private static int Disagreement(string paragraph, List<int> quotes) =>
        quotes.Where((at, i) => paragraph[at] is not ('"' or '\'') && Opening.Contains(paragraph[at], StringComparison.Ordinal) != (i % 2 == 0)).Count();

    private static int Count(this ReadOnlySpan<char> text, string wanted)
    {
        var count = 0;
        foreach (var c in text) count += wanted.Contains(c, StringComparison.Ordinal) ? 1 : 0;
        return count;
    }
}
