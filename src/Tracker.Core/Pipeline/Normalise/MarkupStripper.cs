namespace Tracker.Core.Pipeline.Normalise;

/// <summary>
/// Step: Markdown marks, list bullets and ornaments become an attribute of the line, so that no finding starts or ends with one.
/// A line of nothing but rules and ornaments is dropped.
/// </summary>
internal static class MarkupStripper
{
    private const string Bullets = "-*+•·‧▪◦➢➤✓✔○";
    private const string Ornaments = "★☆■□▲△●◆◇▶►※";

    public static void Strip(Draft draft)
    {
        var lines = new List<DraftLine>();
        foreach (var line in draft.Lines)
        {
            var start = LeadingMark(line, out var markup);
            var end = line.Count;
            while (end > start && IsOrnamentOrBlank(line[end - 1])) end--;
            if (!HasWord(line, start, end) && !ClosesSentence(line)) continue;
            var stripped = line.Emptied();
            stripped.Markup = markup;
            CopyWithoutEmphasis(line, start, end, stripped);
            lines.Add(stripped);
        }

        draft.Lines = lines;
    }

    private static int LeadingMark(DraftLine line, out string markup)
    {
        markup = "";
        var i = 0;
        while (line.At(i) == '>') i = SkipBlanks(line, i + 1);
        var hashes = i;
        while (line.At(hashes) == '#') hashes++;
        if (hashes - i is > 0 and <= 6)
        {
            markup = line.Text(i, hashes);
            return SkipBlanks(line, hashes);
        }

        var c = line.At(i);
        var next = line.At(i + 1);
        if (Ornaments.Contains(c, StringComparison.Ordinal) || (char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.PrivateUse && next != '\0'))
        {
            markup = c.ToString();
            while (i < line.Count && (line[i] == c || IsOrnamentOrBlank(line[i]))) i++;
            return i;
        }

        if (Bullets.Contains(c, StringComparison.Ordinal) && Characters.IsBlank(next))
        {
            markup = c.ToString();
            i = SkipBlanks(line, i + 1);
        }

        if (markup.Length == 0 && line.At(i) == '*' && line.At(i + 1) == '*') markup = "**";
        return i;
    }

    private static void CopyWithoutEmphasis(DraftLine line, int start, int end, DraftLine stripped)
    {
        for (var i = start; i < end; i++)
        {
            var emphasis = line[i] is '*' or '_' && line.At(i + 1) == line[i] && i + 1 < end;
            var escape = line[i] == '\\' && char.IsPunctuation(line.At(i + 1));
            if (emphasis)
            {
                stripped.AddGap();
                i++;
            }
            else if (!escape && line[i] is not ('`' or '★' or '☆'))
            {
                stripped.Add(line[i], line.Offset(i));
            }
        }
    }

    private static int SkipBlanks(DraftLine line, int i)
    {
        while (i < line.Count && Characters.IsBlank(line[i])) i++;
        return i;
    }

    private static bool IsOrnamentOrBlank(char c) => Ornaments.Contains(c, StringComparison.Ordinal) || Characters.IsBlank(c) || c == '#';

    /// <summary>A full stop that a line break cut off from its sentence.</summary>
    private static bool ClosesSentence(DraftLine line) => line.Count <= 3 && "。！？；，、”）》".Contains(line[0], StringComparison.Ordinal);

    private static bool HasWord(DraftLine line, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (char.IsLetterOrDigit(line[i]) || Characters.IsIdeograph(line[i])) return true;
        }

        return false;
    }
}
