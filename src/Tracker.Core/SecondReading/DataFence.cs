using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tracker.Core.SecondReading;

/// <summary>围栏: sets report text apart as data. Nothing inside can end the fence, begin a line, or look like a part of the question.</summary>
public sealed class DataFence
{
    /// <summary>A run of one sign longer than this is cut: rules of ===== or ----- are how fences look.</summary>
    private const int LongestRun = 2;

    private readonly string tag;

    /// <param name="contents">All that will be fenced: the fence's name is made from it, so that no text can hold the name of its own fence.</param>
    public DataFence(IEnumerable<string> contents) =>
        tag = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', contents))))[..12];

    /// <summary>A named block of data, one line an entry.</summary>
    public string Around(string name, IEnumerable<string> lines)
    {
        var block = new StringBuilder().Append("=====").Append(name).Append(' ').Append(tag).Append(" 开始=====\n");
        foreach (var line in lines) block.Append(Neutral(line)).Append('\n');
        return block.Append("=====").Append(name).Append(' ').Append(tag).Append(" 结束=====\n").ToString();
    }

    /// <summary>The text on one line, without control and invisible characters, its brackets of markup and code as full-width letters.</summary>
    public static string Neutral(string text)
    {
        var kept = new StringBuilder(text.Length);
        var run = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (Shown(text, at) is not { } c || (c == ' ' && (kept.Length == 0 || kept[^1] == ' '))) continue;
            var folded = Folded(c);
            run = kept.Length > 0 && Folded(kept[^1]) == folded && !char.IsLetterOrDigit(c) ? run + 1 : 1;
            if (run <= LongestRun) kept.Append(c);
        }

        return kept.ToString().TrimEnd();
    }

    /// <returns>Null where the character is left out.</returns>
    private static char? Shown(string text, int at)
    {
        var c = text[at];
        if (char.IsSurrogate(c)) return IsWhole(text, at) ? c : null;
        return CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => null,
            _ => c switch
            {
                '<' => '＜', '>' => '＞', '{' => '｛', '}' => '｝', '|' => '｜', '`' => '｀', '#' => '＃', '\\' => '＼',
                _ => c,
            },
        };
    }

    private static bool IsWhole(string text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
        : at > 0 && char.IsHighSurrogate(text[at - 1]);

    /// <summary>Signs that look alike count as one: a fence of full-width or drawn lines is a fence.</summary>
    private static char Folded(char c) => c switch
    {
        '＝' or '═' or '〓' or '≡' => '=',
        '－' or '─' or '━' or '—' or '―' or '‐' or '–' => '-',
        '＊' or '※' or '★' => '*',
        '＿' => '_',
        _ => c,
    };
}
