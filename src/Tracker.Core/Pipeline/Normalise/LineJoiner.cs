using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Normalise;

/// <summary>
/// Step: a line that breaks off in mid sentence continues in the next one. In hard-wrapped text every full line does; elsewhere it is
/// a page's or a column's seam, and there a character may have been printed twice (提升⏎⏎升培训班).
/// </summary>
internal static class LineJoiner
{
    /// <summary>Without a full stop inside, a line shorter than this is rather a heading than half a paragraph.</summary>
    private const int ShortestProse = 45;
    private const string Closing = "”）\"’";

    public static void Join(Draft draft)
    {
        var layout = Layout.Of(draft.Lines);
        var seams = new Seams(draft.Lines);
        var joined = new List<DraftLine>();
        var tailWidth = 0.0;
        foreach (var line in draft.Lines)
        {
            var width = Layout.WidthOf(line);
            if (joined.Count > 0 && Continues(joined[^1], tailWidth, line, layout)) Append(draft, joined[^1], line, layout, seams);
            else joined.Add(line);
            tailWidth = width;
        }

        draft.Lines = joined;
    }

    /// <summary>Whether a line is running text that stops before its sentence does.</summary>
    public static bool IsUnfinishedProse(DraftLine line) => !EndsSentence(line, false) && IsProse(line);

    private static bool Continues(DraftLine before, double tailWidth, DraftLine line, Layout layout)
    {
        if (before.Aside || line.Aside) return false;
        if (IsClosingPunctuation(line) || before.Last is '《' or '“' or '（' || line[0] is '》' or '”' or '）' or '，' or '。') return true;
        var full = layout.Wrapped && tailWidth >= .8 * layout.Width;
        if (EndsSentence(before, layout.Wrapped) && !(full && layout.IndentsParagraphs && !line.Indented)) return false;
        if (layout.IndentsParagraphs && line.Indented) return false;
        if (!IsProse(before) && !full) return false;
        return line.Markup.Length == 0 && (before.Last is '，' or '、' || !LooksLikeHeading(line));
    }

    private static bool IsClosingPunctuation(DraftLine line)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (!"。！？；，、”）》".Contains(line[i], StringComparison.Ordinal)) return false;
        }

        return true;
    }

    private static bool EndsSentence(DraftLine line, bool wrapped)
    {
        if ("。！？；：…".Contains(line.Last, StringComparison.Ordinal)) return true;
        return !wrapped && Closing.Contains(line.Last, StringComparison.Ordinal) && line.Text(Math.Max(0, line.Count - 12), line.Count).Contains('。', StringComparison.Ordinal);
    }

    private static bool IsProse(DraftLine line)
    {
        if (line.Last is '，' or '、') return true;
        if (line.Markup.StartsWith('#')) return false;
        var comma = false;
        for (var i = 0; i < line.Count; i++)
        {
            if (line[i] is '。' or '；') return true;
            comma |= line[i] == '，';
            if (comma && i >= ShortestProse) return line.Markup.Length == 0 && NumberOf(line).Style == NumberStyle.None;
        }

        return false;
    }

    private static bool LooksLikeHeading(DraftLine line)
    {
        if (NumberOf(line).Style != NumberStyle.None) return true;
        var text = line.Text(0, Math.Min(line.Count, 40));
        return text.StartsWith("各位", StringComparison.Ordinal) || HeadingPhrase.IsYearHeading(text, line.Count);
    }

    private static HeadingNumber NumberOf(DraftLine line) => HeadingNumber.Read(line.Text(0, Math.Min(line.Count, 12)), line.HasGapAt);

    private static void Append(Draft draft, DraftLine before, DraftLine line, Layout layout, Seams seams)
    {
        var start = 0;
        if (!layout.Wrapped)
        {
            var first = before.Offset(before.Count - 1);
            if (seams.PrintsTwice(before, line))
            {
                start = 1;
                draft.Report("repeated-at-seam", IssueSeverity.Info, first, line.Offset(0) + 1, $"换栏或换页处重复了“{line[0]}”字，已按一个字处理。");
            }
            else if (line.EmptyLinesBefore > 0)
            {
                draft.Report("joined-at-seam", IssueSeverity.Info, first, line.Offset(0) + 1, "这里在句中换栏或换页，前后已连成一句；若原文漏字，请核对。");
            }
        }

        if (char.IsAsciiLetter(before.Last) && char.IsAsciiLetter(line[0])) before.Add(' ', before.Offset(before.Count - 1) + 1);
        before.AddGap();
        before.Append(line, start, line.Count);
    }
}
