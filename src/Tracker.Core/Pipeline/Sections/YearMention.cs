namespace Tracker.Core.Pipeline.Sections;

/// <summary>年份: a year named in a text, as 2024年 or 二〇二四年.</summary>
/// <param name="Index">Where its first digit stands.</param>
public readonly record struct YearMention(int Year, int Index)
{
    private const string ChineseDigits = "〇一二三四五六七八九";

    public static List<YearMention> In(ReadOnlySpan<char> text)
    {
        var mentions = new List<YearMention>();
        for (var i = 0; i + 4 < text.Length; i++)
        {
            if (text[i + 4] != '年' || (i > 0 && char.IsAsciiDigit(text[i - 1]))) continue;
            var year = 0;
            for (var k = i; k < i + 4 && year >= 0; k++)
            {
                var digit = DigitOf(text[k]);
                year = digit < 0 ? -1 : (year * 10) + digit;
            }

            if (year is >= 1949 and <= 2099) mentions.Add(new YearMention(year, i));
        }

        return mentions;
    }

    private static int DigitOf(char c) => char.IsAsciiDigit(c) ? c - '0' : c == '零' ? 0 : ChineseDigits.IndexOf(c, StringComparison.Ordinal);
}
