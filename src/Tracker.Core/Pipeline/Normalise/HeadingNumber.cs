namespace Tracker.Core.Pipeline.Normalise;

/// <summary>The ways in which the genre numbers its parts.</summary>
public enum NumberStyle
{
    None,

    /// <summary>一、 第一部分 第一章.</summary>
    Chapter,

    /// <summary>（一）.</summary>
    Parenthesised,

    /// <summary>一是 一要.</summary>
    Ordinal,

    /// <summary>1. 1、 （1） ①.</summary>
    Arabic,
}

/// <summary>序号: the number that a line opens with.</summary>
/// <param name="Value">The number; 0 where there is none.</param>
/// <param name="Length">How many of the line's first characters it takes, its punctuation included; 0 where there is none.</param>
public readonly record struct HeadingNumber(NumberStyle Style, int Value, int Length)
{
    private const string Numerals = "一二三四五六七八九";

    /// <summary>1 for 一、, 2 for （一）, 3 for 一是 and 1., 9 for no number.</summary>
    public int Level => Style switch { NumberStyle.Chapter => 1, NumberStyle.Parenthesised => 2, NumberStyle.None => 9, _ => 3 };

    /// <summary>Reads the number at the start of normalised text.</summary>
    /// <param name="gapAfter">Whether blanks were dropped before the character at an index: they can stand for the punctuation (一 坚持…).</param>
    public static HeadingNumber Read(ReadOnlySpan<char> text, Func<int, bool> gapAfter)
    {
        if (text.IsEmpty) return default;
        if (text[0] is >= '①' and <= '⑳') return new(NumberStyle.Arabic, text[0] - '①' + 1, 1);
        if (text[0] is '（' or '(') return ReadParenthesised(text);
        if (text[0] == '第') return ReadPart(text);
        if (char.IsAsciiDigit(text[0])) return ReadArabic(text, gapAfter);
        var length = ReadNumeral(text, out var value);
        if (length == 0 || length >= text.Length) return default;
        return text[length] switch
        {
            '、' or '，' or '．' or '.' or '：' => new(NumberStyle.Chapter, value, length + 1),
            '是' or '要' => new(NumberStyle.Ordinal, value, length + 1),
            _ when gapAfter(length) && Characters.IsIdeograph(text[length]) => new(NumberStyle.Chapter, value, length),
            _ => default,
        };
    }

    /// <returns>How many characters a Chinese numeral up to 99 takes; 0 for none.</returns>
    public static int ReadNumeral(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        var length = 0;
        var tens = false;
        for (; length < text.Length && length < 3; length++)
        {
            var digit = Numerals.IndexOf(text[length], StringComparison.Ordinal) + 1;
            if (text[length] == '十' && !tens)
            {
                value = Math.Max(1, value) * 10;
                tens = true;
            }
            else if (digit > 0 && (length == 0 || (tens && value % 10 == 0)))
            {
                value += digit;
            }
            else
            {
                break;
            }
        }

        return length;
    }

    private static HeadingNumber ReadParenthesised(ReadOnlySpan<char> text)
    {
        var length = ReadNumeral(text[1..], out var value);
        var style = NumberStyle.Parenthesised;
        if (length == 0)
        {
            length = ReadDigits(text[1..], out value);
            style = NumberStyle.Arabic;
        }

        return length > 0 && length + 1 < text.Length && text[length + 1] is '）' or ')' ? new(style, value, length + 2) : default;
    }

    private static HeadingNumber ReadPart(ReadOnlySpan<char> text)
    {
        var length = 1 + ReadNumeral(text[1..], out var value);
        if (length == 1 || length >= text.Length) return default;
        if (text[length..].StartsWith("部分", StringComparison.Ordinal)) return new(NumberStyle.Chapter, value, WithPunctuation(text, length + 2));
        return text[length] switch
        {
            '章' or '编' => new(NumberStyle.Chapter, value, WithPunctuation(text, length + 1)),
            '、' or '，' => new(NumberStyle.Chapter, value, length + 1),
            _ => default,
        };
    }

    private static HeadingNumber ReadArabic(ReadOnlySpan<char> text, Func<int, bool> gapAfter)
    {
        var length = ReadDigits(text, out var value);
        if (length == 0 || length >= text.Length) return default;
        if (text[length] is '、' || (text[length] is '.' or '）' && length + 1 < text.Length && !char.IsAsciiDigit(text[length + 1])))
            return new(NumberStyle.Arabic, value, length + 1);
        return gapAfter(length) && Characters.IsIdeograph(text[length]) && text[length] is not ('年' or '月') ? new(NumberStyle.Arabic, value, length) : default;
    }

    private static int ReadDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        var length = 0;
        for (; length < text.Length && length < 3 && char.IsAsciiDigit(text[length]); length++) value = (value * 10) + text[length] - '0';
        return length > 2 ? 0 : length;
    }

    private static int WithPunctuation(ReadOnlySpan<char> text, int length) =>
        length < text.Length && text[length] is '、' or '，' or '：' ? length + 1 : length;
}
