using System.Text.RegularExpressions;
using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>届次: the year of a session of the National People's Congress or the national CPPCC, whose terms began in 1978 and last five years.</summary>
internal static partial class SessionYear
{
    private const int FifthTermBegan = 1978;
    private const int YearsOfTerm = 5;

    public static int? In(string text)
    {
        var match = Session().Match(text);
        if (!match.Success || IsEarlier(text.AsSpan(0, match.Index).TrimEnd('第'), text.AsSpan(match.Index + match.Length))) return null;
        var numbers = match.Groups.Values.Skip(1).Where(group => group.Success).Select(group => ValueOf(group.Value)).ToList();
        return numbers is [>= 5 and <= 20 and var term, >= 1 and <= 5 and var session] ? FifthTermBegan + (YearsOfTerm * (term - 5)) + session - 1 : null;
    }

    /// <summary>从第七届全国人民代表大会第一次会议到…, …第一次会议的决议: a session that is spoken of is not the one that sits.</summary>
    private static bool IsEarlier(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (before.EndsWith("从", StringComparison.Ordinal) || before.EndsWith("自", StringComparison.Ordinal)) return true;
        foreach (var word in (ReadOnlySpan<string>)["以来", "闭幕", "的", "到", "确定", "通过", "提出", "批准", "决定"])
        {
            if (after.StartsWith(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static int ValueOf(string numeral)
    {
        HeadingNumber.ReadNumeral(numeral, out var value);
        return value;
    }

    [GeneratedRegex("([五六七八九十][一二三四五六七八九]?)届全国(?:人民代表大会|人大|委员会|政协)第?([一二三四五])次会议", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Session();
}
