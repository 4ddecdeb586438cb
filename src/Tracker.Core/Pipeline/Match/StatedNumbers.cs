namespace Tracker.Core.Pipeline.Match;

/// <summary>Numbers in folded text, told by what follows the digits.</summary>
internal static class StatedNumbers
{
    private const int LongestUnit = 4;

    /// <summary>What stands after each number, 万 and 亿 passed over, at most four characters.</summary>
    public static List<string> UnitsIn(string text)
    {
        var found = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at])) continue;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' or ',')) at++;
            while (at < text.Length && text[at] is '万' or '亿' or '多' or '余') at++;
            if (at < text.Length) found.Add(text.Substring(at, Math.Min(LongestUnit, text.Length - at)));
        }

        return found;
    }
}
