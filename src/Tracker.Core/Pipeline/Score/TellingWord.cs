using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Pipeline.Score;

/// <summary>What of a word is worth naming to a reader: the statistics also know runs such as 和做法 or 持续推动 as words.</summary>
public static class TellingWord
{
    private const string Links = "和与及的等并为以把将要了";

    /// <summary>The word without what only links it or fills in; empty where nothing is left that names something.</summary>
    public static string Of(string word)
    {
        var core = word;
        while (core.Length > 2 && Links.Contains(core[0], StringComparison.Ordinal) && IsWord(core[1..])) core = core[1..];
        while (core.Length > 2 && Links.Contains(core[^1], StringComparison.Ordinal) && IsWord(core[..^1])) core = core[..^1];
        for (var cut = 2; cut <= core.Length - 2; cut++)
            if (IsEmpty(core[..cut])) return Of(core[cut..]);
            else if (IsEmpty(core[cut..])) return Of(core[..cut]);
        return core.Length < 2 || IsEmpty(core) || IsFrame(core) ? "" : core;
    }

    private static bool IsWord(string text) => TermStatistics.Shared.Words.NumberOf(text) >= 0;

    private static bool IsEmpty(string word) => MatchVocabulary.Shared.EmptyWords.Contains(word);

    /// <summary>A frame word, or two in a row.</summary>
    private static bool IsFrame(string word)
    {
        var frames = MatchVocabulary.Shared.FrameWords;
        if (frames.Contains(word)) return true;
        for (var cut = 2; cut <= word.Length - 2; cut++)
            if (frames.Contains(word[..cut]) && frames.Contains(word[cut..])) return true;
        return false;
    }
}
