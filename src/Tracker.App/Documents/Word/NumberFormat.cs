using System.Globalization;

namespace Tracker.App.Documents.Word;

/// <summary>编号格式: how Word writes the number of a list item.</summary>
internal static class NumberFormat
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Legal = "零壹贰叁肆伍陆柒捌玖";
    private const string LegalUnits = "拾佰仟";
    private const string Units = "十百千";

    /// <returns>Empty for bullets, which are no part of the text.</returns>
    public static string Of(int number, string format) => format switch
    {
        "bullet" or "none" => "",
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "koreanCounting" => Counted(number, Digits, Units),
        "chineseLegalSimplified" or "ideographLegalTraditional" or "japaneseLegal" => Counted(number, Legal, LegalUnits),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => string.Concat(Plain(number).Select(digit => Digits[digit - '0'])),
        "ideographTraditional" => number is > 0 and <= 10 ? "甲乙丙丁戊己庚辛壬癸"[number - 1].ToString() : Plain(number),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => number is > 0 and <= 20 ? ((char)('\u2460' + number - 1)).ToString() : Plain(number),
        "decimalEnclosedParen" => $"({Plain(number)})",
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(Plain(number).Select(digit => (char)(digit - '0' + '０'))),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "lowerLetter" => Letters(number, 'a'),
        "upperLetter" => Letters(number, 'A'),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "upperRoman" => Roman(number),
        _ => Plain(number),
    };

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Counted(int number, string digits, string units)
    {
        if (number is <= 0 or >= 10_000) return Plain(number);
        var text = "";
        var places = Plain(number);
        for (var i = 0; i < places.Length; i++)
        {
            var (digit, unit) = (places[i] - '0', places.Length - i - 2);
            if (digit > 0) text += digits[digit] + (unit >= 0 ? units[unit].ToString() : "");
            else if (text.Length > 0 && text[^1] != digits[0] && places[i..].Any(rest => rest != '0')) text += digits[0] == '〇' ? "零" : digits[0].ToString();
        }

        // 十二, not 一十二.
        return number is >= 10 and < 20 && units == Units ? text[1..] : text;
    }

    private static string Letters(int number, char first) => number <= 0 ? Plain(number) : new string((char)(first + ((number - 1) % 26)), Math.Min(8, ((number - 1) / 26) + 1));

    private static string Roman(int number)
    {
        if (number is <= 0 or >= 4000) return Plain(number);
        var text = "";
        foreach (var (value, letters) in new[] { (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I") })
        {
            for (; number >= value; number -= value) text += letters;
        }

        return text;
    }
}
