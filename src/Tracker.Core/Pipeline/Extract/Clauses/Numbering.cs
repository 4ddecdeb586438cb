namespace Tracker.Core.Pipeline.Extract.Clauses;

/// <summary>编号: （一）, 一、, 一是, 第一，, 1. and ① at the front of a clause.</summary>
internal static class Numbering
{
    private const string ChineseDigits = "一二三四五六七八九十";

    /// <returns>Length of the numbering at <paramref name="position"/>, 0 where none stands there.</returns>
    public static int LengthAt(string text, int position, int end)
    {
        if (position >= end) return 0;
        if (text[position] is >= '①' and <= '⑳') return 1;
        var open = text[position] is '（' or '(';
        var i = open || text[position] == '第' ? position + 1 : position;
        var digits = i;
        while (i < end && (ChineseDigits.Contains(text[i], StringComparison.Ordinal) || char.IsAsciiDigit(text[i]))) i++;
        if (i == digits || i - digits > 3) return 0;
        if (i == end) return text[position] == '第' ? i - position : 0;
        if (open) return text[i] is '）' or ')' ? i + 1 - position : 0;
        if (text[position] == '第') return text[i] is '，' or '、' ? i + 1 - position : 0;
        if (char.IsAsciiDigit(text[digits]))
            return text[i] is '.' or '、' or '．' && (i + 1 >= end || !char.IsAsciiDigit(text[i + 1])) ? i + 1 - position : 0;
        return text[i] is '、' or '是' or '要' ? i + 1 - position : 0;
    }
}
