namespace Tracker.Core.Pipeline.Normalise;

/// <summary>
/// 页码, step: page numbers between lines (<c>— 12 —</c>, <c>第3页</c>, a row of lone numbers that count up) and inside text
/// that lost its line breaks. A lone number that belongs to no such row stays: it may be half of a broken line.
/// </summary>
internal static class PageNumbers
{
    private const int FewestInARow = 3;
    private const string Dashes = "-—－–―─";

    public static void Drop(Draft draft)
    {
        var row = LoneNumbersThatCountUp(draft.Lines);
        var lines = new List<DraftLine>();
        var emptyBefore = 0;
        foreach (var line in draft.Lines)
        {
            if (row.Contains(line) || IsPageNumber(line))
            {
                emptyBefore += line.EmptyLinesBefore;
                continue;
            }

            var kept = WithoutInnerNumbers(line);
            kept.EmptyLinesBefore = Math.Max(kept.EmptyLinesBefore, emptyBefore);
            lines.Add(kept);
            emptyBefore = 0;
        }

        draft.Lines = lines;
    }

    private static bool IsPageNumber(DraftLine line)
    {
        if (line.Count > 16) return false;
        var text = string.Concat(line.Text(0, line.Count).Where(c => !Characters.IsBlank(c)));
        if (DashedNumber(line, 0) is var end and > 0) return OnlyBlanksFrom(line, end);
        if (!text.StartsWith('第') || !text.Contains('页', StringComparison.Ordinal)) return false;
        return text.All(c => char.IsDigit(c) || "第页共/，,".Contains(c, StringComparison.Ordinal));
    }

    private static DraftLine WithoutInnerNumbers(DraftLine line)
    {
        DraftLine? kept = null;
        for (var i = 0; i < line.Count; i++)
        {
            var end = i > 0 && Characters.IsBlank(line[i - 1]) ? DashedNumber(line, i) : 0;
            if (end > 0 && Characters.IsBlank(line.At(end)))
            {
                if (kept is null)
                {
                    kept = line.Emptied();
                    kept.Append(line, 0, i);
                }

                i = end;
                continue;
            }

            kept?.Add(line[i], line.Offset(i));
        }

        return kept ?? line;
    }

    /// <returns>Where <c>— 12 —</c> at an index ends; 0 where there is none.</returns>
    private static int DashedNumber(DraftLine line, int start)
    {
        if (!Dashes.Contains(line.At(start), StringComparison.Ordinal)) return 0;
        var i = SkipBlanks(line, start + 1);
        var digits = i;
        while (char.IsDigit(line.At(i)) && i - digits < 5) i++;
        if (i == digits || i - digits > 4) return 0;
        i = SkipBlanks(line, i);
        return Dashes.Contains(line.At(i), StringComparison.Ordinal) ? i + 1 : 0;
    }

    private static int SkipBlanks(DraftLine line, int i)
    {
        var limit = i + 4;
        while (i < limit && i < line.Count && Characters.IsBlank(line[i])) i++;
        return i;
    }

    private static bool OnlyBlanksFrom(DraftLine line, int index)
    {
        for (; index < line.Count; index++)
        {
            if (!Characters.IsBlank(line[index])) return false;
        }

        return true;
    }

    private static HashSet<DraftLine> LoneNumbersThatCountUp(List<DraftLine> lines)
    {
        var rows = new HashSet<DraftLine>();
        var row = new List<DraftLine>();
        var last = 0;
        foreach (var line in lines)
        {
            if (line.Count > 4 || !int.TryParse(line.Text(0, line.Count), System.Globalization.NumberStyles.AllowTrailingWhite, System.Globalization.CultureInfo.InvariantCulture, out var number)) continue;
            if (number != last + 1 || row.Count == 0)
            {
                if (row.Count >= FewestInARow) rows.UnionWith(row);
                row.Clear();
            }

            row.Add(line);
            last = number;
        }

        if (row.Count >= FewestInARow) rows.UnionWith(row);
        return rows;
    }
}
