using Tracker.Core.Pipeline.Extract.Clauses;

namespace Tracker.Core.Pipeline.Extract.Quantities;

/// <summary>数量的对象: the noun that a number counts or measures.</summary>
internal static class QuantityObject
{
    private const int LongestObject = 24;
    private const string Trimmed = "的、，：；（）() 等共";

    /// <param name="before">What the clause says in front of the number, bound and measure words left out.</param>
    /// <param name="after">What follows the number with its unit and bound.</param>
    public static string Of(string before, string after)
    {
        var behind = Cut(after.Split('、', '，', '（', '(')[0].Trim(Trimmed.ToCharArray()));
        if (behind.Length >= 2 && !ClauseHead.Of(behind).HasVerb && !char.IsAsciiDigit(behind[0])) return behind;
        var front = before.Trim(Trimmed.ToCharArray());
        var comma = front.LastIndexOfAny(['，', '：']);
        if (comma >= 0) front = front[(comma + 1)..];
        var head = ClauseHead.Of(front);
        return Cut((head is { HasVerb: true, Object.Length: > 1 } ? head.Object : front).Trim(Trimmed.ToCharArray()));
    }

    /// <summary>Leaves out items of a list from the front, then characters, until the rest is short enough.</summary>
    private static string Cut(string noun)
    {
        while (noun.Length > LongestObject && noun.IndexOf('、', StringComparison.Ordinal) is >= 0 and var mark) noun = noun[(mark + 1)..];
        return noun.Length <= LongestObject ? noun : noun[^LongestObject..];
    }
}
