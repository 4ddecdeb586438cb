namespace Tracker.Core.Pipeline.Normalise;

/// <summary>转版, step: where a newspaper sends its reader on (下转第四版) or picks him up (上接第一版), in mid-sentence or not.</summary>
internal static class PageReferences
{
    private const int Longest = 12;

    public static void Drop(Draft draft)
    {
        for (var i = 0; i < draft.Lines.Count; i++) draft.Lines[i] = DropIn(draft.Lines[i]);
        draft.Lines.RemoveAll(line => line.Count == 0);
    }

    private static DraftLine DropIn(DraftLine line)
    {
        DraftLine? kept = null;
        for (var i = 0; i < line.Count; i++)
        {
            var length = line[i] is '（' or '(' ? LengthAt(line, i) : 0;
            if (length > 0)
            {
                if (kept is null)
                {
                    kept = line.Emptied();
                    kept.Append(line, 0, i);
                }

                i += length - 1;
                continue;
            }

            kept?.Add(line[i], line.Offset(i));
        }

        return kept ?? line;
    }

    private static int LengthAt(DraftLine line, int start)
    {
        if (line.Text(start + 1, Math.Min(line.Count, start + 3)) is not ("下转" or "上接")) return 0;
        for (var end = start + 3; end < line.Count && end <= start + Longest; end++)
        {
            if (line[end] is '）' or ')') return line[end - 1] is '版' or '页' ? end + 1 - start : 0;
        }

        return 0;
    }
}
