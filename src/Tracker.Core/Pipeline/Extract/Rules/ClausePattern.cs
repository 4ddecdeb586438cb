using System.Text.RegularExpressions;

namespace Tracker.Core.Pipeline.Extract.Rules;

/// <summary>
/// A rule's pattern: interpreted at first, since a report is read long before sixty automata are built, and compiled once a program has
/// read so many reports that building it pays. Documents are not to be trusted: a pattern sees no more than
/// <see cref="ClauseRules.LongestClause"/> characters, and gives up after <see cref="Patience"/>.
/// </summary>
internal sealed class ClausePattern(string pattern)
{
    /// <summary>Clauses after which compiling pays: about as many as three long reports have.</summary>
    private const int Often = 3_000;

    /// <summary>Far longer than a match takes, since the clock also runs while a busy machine lets the program wait.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private Regex _regex = new(pattern, RegexOptions.CultureInvariant, Patience);
    private int _asked;

    /// <exception cref="RegexMatchTimeoutException">It took longer than <see cref="Patience"/>.</exception>
    public bool IsIn(string text)
    {
        // Two readers at once may miscount or compile twice: either regex gives the same answer.
        if (_asked < Often && ++_asked == Often) _regex = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.Compiled, Patience);
        return _regex.IsMatch(text);
    }

    public override string ToString() => pattern;

    /// <returns>Null for the empty pattern, which asks for nothing.</returns>
    public static ClausePattern? Of(string pattern) => pattern.Length == 0 ? null : new ClausePattern(pattern);
}
