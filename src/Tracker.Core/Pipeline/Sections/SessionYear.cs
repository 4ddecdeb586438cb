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
        if (!match.Success || text.AsSpan(match.Index + match.Length).StartsWith("以来", StringComparison.Ordinal)) return null;
        var numbers = match.Groups.Values.Skip(1).Where(group => group.Success).Select(group => ValueOf(group.Value)).ToList();
        return numbers is [>= 5 and <= 20 and var term, >= 1 and <= 5 and var session] ? FifthTermBegan + (YearsOfTerm * (term - 5)) + session - 1 : null;
    }

    private static int ValueOf(string numeral)
    {
        HeadingNumber.ReadNumeral(numeral, out var value);
        return value;
    }

    [GeneratedRegex("([五六七八九十][一二三四五六七八九]?)届全国(?:人民代表大会|人大|委员会|政协)第?([一二三四五])次会议", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Session();
}
