using System.Globalization;

namespace Tracker.Core.Pipeline.Extract.Quantities;

/// <summary>数字: a number as written, in figures or in Chinese characters.</summary>
/// <param name="Value">Its value with 万 and 亿 multiplied out.</param>
/// <param name="Length">How many characters it takes, 万 and 亿 included.</param>
/// <param name="InFigures">Whether it is written in figures.</param>
/// <param name="Scaled">Whether 万 or 亿 stood behind it.</param>
/// <param name="Vague">余 or 多 where it stands in the number or behind it: 十余, 30多万; NUL where neither does.</param>
internal readonly record struct Numeral(decimal Value, int Length, bool InFigures, bool Scaled, char Vague)
{
    private const string ChineseDigits = "零一二三四五六七八九";
    private const int LongestFigure = 15;

    /// <returns>The numeral at <paramref name="position"/>; null where none stands there or where it is out of range.</returns>
    public static Numeral? At(string text, int position, int end)
    {
        var (value, next) = char.IsAsciiDigit(text[position]) ? Figures(text, position, end) : Characters(text, position, end);
        if (value is not { } number) return null;
        var inFigures = char.IsAsciiDigit(text[position]);
        var vague = '\0';
        var scaled = false;
        while (next < end)
        {
            var skip = text[next] is '余' or '多' && next + 1 < end && Scale(text[next + 1]) > 1 ? 1 : 0;
            var scale = Scale(text[next + skip]);
            if (scale == 1 || number > decimal.MaxValue / scale / 2) break;
            if (skip > 0) vague = text[next];
            scaled = true;
            number *= scale;
            next += skip + 1;
        }

        if (next < end && text[next] is '余' or '多') (vague, next) = (text[next], next + 1);
        return new Numeral(number, next - position, inFigures, scaled, vague);
    }

    /// <summary>Whether a numeral may begin at a position; a bare 百, 千, 万 or 亿 counts only behind a bound word, as in 近千家.</summary>
    public static bool CanStart(string text, int position, int start) =>
        CanStart(text[position]) || (Scale(text[position]) > 1 && position > start && text[position - 1] is '近' or '超' or '逾');

    /// <summary>How many characters to step over where no numeral can be read: a whole run of figures, so that none is read twice.</summary>
    public static int RunLength(string text, int position, int end)
    {
        var i = position;
        while (i < end && char.IsAsciiDigit(text[i])) i++;
        return Math.Max(1, i - position);
    }

    private static bool CanStart(char character) =>
        char.IsAsciiDigit(character) || character is '两' or '十' || (character != '零' && ChineseDigits.Contains(character, StringComparison.Ordinal));

    private static decimal Scale(char character) => character switch
    {
        '百' => 100m,
        '千' => 1000m,
        '万' => 10_000m,
        '亿' => 100_000_000m,
        _ => 1m,
    };

    private static (decimal?, int) Figures(string text, int position, int end)
    {
        var i = position;
        while (i < end && i - position <= LongestFigure + 1 && (char.IsAsciiDigit(text[i]) || (text[i] is ',' or '.' && i + 1 < end && char.IsAsciiDigit(text[i + 1])))) i++;
        if (i - position > LongestFigure) return (null, i);
        return decimal.TryParse(text.AsSpan(position, i - position), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
            ? (value, i) : (null, i);
    }

    /// <summary>Reads up to 九千九百九十九; 万 and 亿 are read as scales.</summary>
    private static (decimal?, int) Characters(string text, int position, int end)
    {
        decimal total = 0;
        decimal digit = -1;
        var i = position;
        for (; i < end; i++)
        {
            var character = text[i];
            var value = character == '两' ? 2 : ChineseDigits.IndexOf(character, StringComparison.Ordinal);
            if (value >= 0)
            {
                if (digit > 0) return (null, i);
                digit = value;
            }
            else if (character is '十' or '百' or '千')
            {
                total += (digit < 0 ? 1 : digit) * (character == '十' ? 10 : Scale(character));
                digit = -1;
            }
            else break;
        }

        return i == position ? Scale(text[i]) > 1 ? (1, i) : (null, i) : (total + Math.Max(0, digit), i);
    }
}
