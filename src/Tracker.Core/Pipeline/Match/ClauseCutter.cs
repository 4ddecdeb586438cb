namespace Tracker.Core.Pipeline.Match;

/// <summary>Cuts a sentence into clauses: at commas and colons outside quotation marks and brackets, and between quoted topics.</summary>
public static class ClauseCutter
{
    /// <summary>A clause shorter than this belongs to its neighbour.</summary>
    private const int ShortestClause = 6;

    /// <summary>A quoted topic shorter than this stays with the next one.</summary>
    private const int ShortestTopic = 10;

    /// <returns>Half-open ranges of <paramref name="text"/>, in order, without the punctuation at their ends.</returns>
    public static List<(int Start, int End)> Cut(string text)
    {
        var cuts = new List<int> { 0 };
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c is '“' or '‘' or '《' or '（' or '【' or '「') depth++;
            else if (c is '”' or '’' or '》' or '）' or '】' or '」') depth = Math.Max(0, depth - 1);
            else if (c is '，' or '：' or '。' or '；' or '！' or '？' && depth == 0) cuts.Add(at + 1);
            if (c != '”' || depth > 0 || at + 1 - cuts[^1] <= ShortestTopic) continue;
            if (at + 1 < text.Length && text[at + 1] == '“') cuts.Add(at + 1);
            else if (at + 2 < text.Length && text[at + 1] == '、' && text[at + 2] == '“') cuts.Add(at + 2);
        }

        if (cuts[^1] != text.Length) cuts.Add(text.Length);
        return Trimmed(text, Joined(cuts));
    }

    private static List<(int Start, int End)> Joined(List<int> cuts)
    {
        var joined = new List<(int Start, int End)>();
        for (var k = 0; k + 1 < cuts.Count; k++)
        {
            var (start, end) = (cuts[k], cuts[k + 1]);
            if (joined.Count > 0 && (end - start <= ShortestClause || joined[^1].End - joined[^1].Start <= ShortestClause)) joined[^1] = (joined[^1].Start, end);
            else joined.Add((start, end));
        }

        return joined;
    }

    private static List<(int Start, int End)> Trimmed(string text, List<(int Start, int End)> clauses)
    {
        var trimmed = new List<(int Start, int End)>(clauses.Count);
        foreach (var (start, end) in clauses)
        {
            var (from, to) = (start, end);
            while (from < to && IsLoose(text[from])) from++;
            while (to > from && IsLoose(text[to - 1])) to--;
            if (to - from >= 3) trimmed.Add((from, to));
        }

        return trimmed;
    }

    private static bool IsLoose(char c) => c is '，' or '。' or '；' or '：' or '、' or '！' or '？' or '—' or '-' or '·' or '★' or '●';
}
