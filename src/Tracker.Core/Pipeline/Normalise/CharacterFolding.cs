namespace Tracker.Core.Pipeline.Normalise;

/// <summary>Step: full-width digits and letters, look-alike punctuation and a document format's radicals take their usual form.</summary>
internal static class CharacterFolding
{
    private static readonly Dictionary<char, char> Usual = new()
    {
        ['％'] = '%', ['－'] = '-', ['﹣'] = '-', ['＋'] = '+', ['．'] = '.', ['﹒'] = '.', ['／'] = '/', ['＂'] = '"', ['＇'] = '\'',
        ['｡'] = '。', ['､'] = '、', ['﹑'] = '、', ['﹐'] = '，', ['﹔'] = '；', ['﹕'] = '：', ['∶'] = ':', ['﹖'] = '？', ['﹗'] = '！',
        ['﹙'] = '（', ['﹚'] = '）', ['―'] = '—', ['─'] = '—', ['–'] = '—', ['•'] = '·', ['・'] = '·', ['･'] = '·', ['‧'] = '·', ['∙'] = '·',
        ['「'] = '“', ['」'] = '”', ['『'] = '‘', ['』'] = '’', ['〝'] = '“', ['〞'] = '”', ['〟'] = '”', ['«'] = '《', ['»'] = '》',
        ['＜'] = '<', ['＞'] = '>', ['～'] = '~', ['＝'] = '=', ['＆'] = '&', ['＊'] = '*', ['＃'] = '#', ['＠'] = '@',
    };

    public static void Fold(Draft draft)
    {
        foreach (var line in draft.Lines)
        {
            for (var i = 0; i < line.Count; i++) line[i] = FoldAt(line, i);
        }
    }

    private static char FoldAt(DraftLine line, int index)
    {
        var c = line[index];
        if (c is < '\u0080' or (>= '\u4e00' and <= '\u9fff')) return c;
        if (c is (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ')) return (char)(c - 0xfee0);
        if (c is '○' or '◯' && (IsNumeral(line.At(index - 1)) || IsNumeral(line.At(index + 1)))) return '〇';
        return Usual.TryGetValue(c, out var usual) ? usual : Radicals.Fold(c);
    }

    private static bool IsNumeral(char c) => "一二三四五六七八九十〇○◯".Contains(c, StringComparison.Ordinal);
}
