namespace Tracker.Core.Pipeline.Normalise;

/// <summary>
/// 换栏处: whether a character was printed both before and after a seam. It was if the word that the second one would begin occurs
/// nowhere else in the document: 升培 does not, while 国有 in 全国⏎国有企业 does. Doubled words such as 人人 are left alone.
/// </summary>
internal sealed class Seams(IReadOnlyList<DraftLine> lines)
{
    private const string Doubling = "人天家层时处事个件代户村常往渐种项环步级久源深牢紧仅稳多双纷频屡节条年月日点字句声默明";

    private Dictionary<(char, char), int>? pairs;

    public bool PrintsTwice(DraftLine before, DraftLine after)
    {
        var c = after[0];
        if (c != before.Last || !Characters.IsIdeograph(c) || char.IsSurrogate(c) || after.Count < 2 || before.Count < 2) return false;
        if (Doubling.Contains(c, StringComparison.Ordinal) || !Characters.IsIdeograph(after[1])) return false;
        pairs ??= CountPairs();
        return pairs[(c, after[1])] == 1 && pairs[(before[before.Count - 2], c)] > 1;
    }

    private Dictionary<(char, char), int> CountPairs()
    {
        var counts = new Dictionary<(char, char), int>();
        foreach (var line in lines)
        {
            for (var i = 1; i < line.Count; i++)
            {
                var pair = (line[i - 1], line[i]);
                counts[pair] = counts.GetValueOrDefault(pair) + 1;
            }
        }

        return counts;
    }
}
