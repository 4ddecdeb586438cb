namespace Tracker.Core.Pipeline.Normalise;

/// <summary>
/// Step: in a document whose line breaks were lost, the indent of each paragraph is still there as two or more wide blanks.
/// Only long lines are cut: in short ones wide blanks set apart the halves of a title.
/// </summary>
internal static class IndentCutter
{
    private const int LongLine = 300;

    public static void Cut(Draft draft)
    {
        var lines = new List<DraftLine>();
        foreach (var line in draft.Lines)
        {
            if (line.Count > LongLine) CutLine(line, lines);
            else lines.Add(line);
        }

        draft.Lines = lines;
    }

    private static void CutLine(DraftLine line, List<DraftLine> lines)
    {
        var start = 0;
        for (var i = 0; i < line.Count; i++)
        {
            if (!Characters.IsBlank(line[i])) continue;
            var end = i;
            var wide = 0;
            for (; end < line.Count && Characters.IsBlank(line[end]); end++) wide += line[end] is '\u3000' or '\t' ? 1 : 0;
            var opensParagraph = wide >= 2 || line[i] == '\t' || (end - i >= 2 && i > 0 && Characters.SentenceEnds.Contains(line[i - 1], StringComparison.Ordinal));
            if (opensParagraph && end < line.Count)
            {
                if (i > start) lines.Add(line.Slice(start, i));
                start = end;
            }

            i = end - 1;
        }

        lines.Add(line.Slice(start, line.Count));
    }
}
