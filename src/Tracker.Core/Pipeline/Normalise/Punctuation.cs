namespace Tracker.Core.Pipeline.Normalise;

/// <summary>
/// Step: half-width punctuation in Chinese text becomes full-width. Between two Latin letters or digits it stays
/// (1,000 · 8:30 · v2), and so does all punctuation of a line without a Chinese character.
/// </summary>
internal static class Punctuation
{
    private const string Half = ",;:?!()";
    private const string Full = "，；：？！（）";

    public static void Widen(Draft draft)
    {
        foreach (var line in draft.Lines)
        {
            if (!HasIdeograph(line)) continue;
            for (var i = 0; i < line.Count; i++) line[i] = WidenAt(line, i);
        }
    }

    private static char WidenAt(DraftLine line, int index)
    {
        var c = line[index];
        var before = line.At(index - 1);
        var after = line.At(index + 1);
        if (c == '.') return EndsChineseSentence(before, after) ? '。' : c;
        var kind = Half.IndexOf(c, StringComparison.Ordinal);
        if (kind < 0) return c;
        var insideLatin = Characters.IsAsciiLetterOrDigit(before) && (Characters.IsAsciiLetterOrDigit(after) || after is ' ' or '/');
        return insideLatin ? c : Full[kind];
    }

    /// <summary>A full stop after a Chinese word; not the dot of 1.5, of 一.加强 or of an ellipsis.</summary>
    private static bool EndsChineseSentence(char before, char after)
    {
        var afterWord = (Characters.IsIdeograph(before) && !"一二三四五六七八九十".Contains(before, StringComparison.Ordinal)) || before is '”' or '》' or '）';
        return afterWord && (after == '\0' || Characters.IsIdeograph(after) || "“《（\"".Contains(after, StringComparison.Ordinal));
    }

    private static bool HasIdeograph(DraftLine line)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (Characters.IsIdeograph(line[i])) return true;
        }

        return false;
    }
}
