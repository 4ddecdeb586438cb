using System.Globalization;
using System.Text;

namespace Tracker.App.Mail;

/// <summary>One line of plain words out of anything that others wrote: nothing in it can end a header or turn the text around.</summary>
public static class PlainLine
{
    /// <summary>Controls, line ends and invisible marks become one blank, or none between Chinese characters.</summary>
    public static string Of(string words)
    {
        var line = new StringBuilder(words.Length);
        var blank = false;
        foreach (var rune in words.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || IsInvisible(rune))
            {
                blank = true;
                continue;
            }

            if (blank && line.Length > 0 && !(IsWide(line[^1]) && IsWide((char)Math.Min(rune.Value, char.MaxValue)))) line.Append(' ');
            blank = false;
            line.Append(rune.ToString());
        }

        return line.ToString();
    }

    /// <summary>At most so many characters, the last an ellipsis where something was cut off; never half a character.</summary>
    public static string Of(string words, int longest)
    {
        var line = Of(words);
        if (line.Length <= longest) return line;
        var end = longest - 1;
        if (char.IsLowSurrogate(line[end])) end--;
        return line[..end].TrimEnd() + "…";
    }

    /// <summary>Whether a character takes two columns where letters take one.</summary>
    public static bool IsWide(char character) => character is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3'
        or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE6F' or >= '\uFF00' and <= '\uFF60' or >= '\uFFE0' and <= '\uFFE6'
        or '“' or '”' or '‘' or '’' or '…' or '—' or >= '\uD800' and <= '\uDFFF';

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned || rune.Value == 0xFFFD;
}
