namespace Tracker.Core.Pipeline.Normalise;

/// <summary>
/// Step: blanks inside and between Chinese words are a scan's or a layout's, not the author's, and are dropped; where they stood
/// is kept as a gap. One blank stays between two Latin words. Digits that were set apart (1 9 9 8年, 10 000) are closed up.
/// </summary>
internal static class Blanks
{
    public static void Drop(Draft draft)
    {
        for (var i = 0; i < draft.Lines.Count; i++) draft.Lines[i] = DropIn(draft.Lines[i]);
        draft.Lines.RemoveAll(line => line.Count == 0);
    }

    private static DraftLine DropIn(DraftLine line)
    {
        var kept = line.Emptied();
        for (var i = 0; i < line.Count; i++)
        {
            if (line.HasGapAt(i)) kept.AddGap();
            if (Characters.IsInvisible(line[i])) continue;
            if (!Characters.IsBlank(line[i]))
            {
                kept.Add(line[i], line.Offset(i));
                continue;
            }

            var end = i;
            while (end < line.Count && (Characters.IsBlank(line[end]) || Characters.IsInvisible(line[end]))) end++;
            if (kept.Count > 0 && end < line.Count && SeparatesWords(line, kept, end)) kept.Add(' ', line.Offset(i));
            else kept.AddGap();
            i = end - 1;
        }

        return kept;
    }

    private static bool SeparatesWords(DraftLine line, DraftLine kept, int next)
    {
        var before = kept.Last;
        var after = line[next];
        if (!IsWordCharacter(before) || !IsWordCharacter(after)) return false;
        return !(char.IsDigit(before) && char.IsDigit(after)) || !(IsLoneDigit(line, next) || IsGroupOfThree(line, next) || EndsInLoneDigit(kept));
    }

    private static bool IsWordCharacter(char c) => c < '\u0250' && (char.IsLetterOrDigit(c) || ",.;:?!)'\"%&".Contains(c, StringComparison.Ordinal));

    private static bool IsLoneDigit(DraftLine line, int index) => !char.IsDigit(line.At(index + 1));

    private static bool EndsInLoneDigit(DraftLine kept) => !char.IsDigit(kept.At(kept.Count - 2));

    private static bool IsGroupOfThree(DraftLine line, int index) =>
        char.IsDigit(line.At(index + 1)) && char.IsDigit(line.At(index + 2)) && !char.IsDigit(line.At(index + 3));
}
