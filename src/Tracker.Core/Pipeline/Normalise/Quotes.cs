using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Normalise;

/// <summary>
/// 引号, step: straight quotes open and close by turns within a paragraph. Where their number is odd the turns start anew at each
/// sentence, so that one lost quote does not turn all that follow, and the paragraph is reported.
/// </summary>
internal static class Quotes
{
    public static void Pair(Draft draft)
    {
        foreach (var line in draft.Lines)
        {
            PairIn(line, '"', '“', '”');
            PairIn(line, '\'', '‘', '’');
            ReportUnbalanced(draft, line, '“', '”');
            ReportUnbalanced(draft, line, '《', '》');
        }
    }

    private static void PairIn(DraftLine line, char straight, char open, char close)
    {
        var total = 0;
        for (var i = 0; i < line.Count; i++) total += IsQuote(line, i, straight) ? 1 : 0;
        if (total == 0) return;
        var opened = false;
        for (var i = 0; i < line.Count; i++)
        {
            if (total % 2 == 1 && line.At(i - 1) is '。' or '！' && line[i] != straight) opened = false;
            if (!IsQuote(line, i, straight)) continue;
            line[i] = opened ? close : open;
            opened = !opened;
        }
    }

    /// <summary>A straight single quote between Latin letters is an apostrophe.</summary>
    private static bool IsQuote(DraftLine line, int index, char straight) =>
        line[index] == straight && !(straight == '\'' && char.IsAsciiLetter(line.At(index - 1)) && char.IsAsciiLetter(line.At(index + 1)));

    private static void ReportUnbalanced(Draft draft, DraftLine line, char open, char close)
    {
        var depth = 0;
        var lastOpen = -1;
        var strayClose = -1;
        for (var i = 0; i < line.Count; i++)
        {
            if (line[i] == open && ++depth > 0) lastOpen = i;
            else if (line[i] == close && --depth < 0) (strayClose, depth) = (i, 0);
        }

        var odd = depth > 0 ? lastOpen : strayClose;
        if (odd < 0) return;
        var offset = line.Offset(odd);
        draft.Report("unbalanced-quote", IssueSeverity.Warning, offset, offset + 1, $"这一段的“{open}”与“{close}”不成对，引用的起止可能有误。");
    }
}
