using Tracker.Core.Pipeline.Extract.Clauses;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Pipeline.Renew;

/// <summary>The words of two plans, and which of them name an object.</summary>
internal sealed class PromiseWords
{
    /// <summary>万个, 亿元以上, 个左右: what is left of a number once its figures are gone.</summary>
    private const string MeasureOpenings = "万亿个";

    private readonly PairLexicon lexicon = new(TermStatistics.Shared, MatchVocabulary.Shared);
    private readonly Dictionary<int, bool> actions = [];

    /// <summary>Distinct content words of a folded text, counted as one text of the two plans.</summary>
    public int[] Read(string text)
    {
        var words = lexicon.Read(text).Distinct().ToArray();
        lexicon.CountText(words);
        return words;
    }

    public string Word(int number) => lexicon.Word(number);

    /// <summary>What a word tells, in nats; call when both plans are read.</summary>
    public double Weight(int number) => lexicon.Weight(number) * (IsAction(number) && !lexicon.IsFrame(number) ? PairLexicon.FrameWeight : 1);

    public bool NamesObject(int number) =>
        lexicon.Word(number) is { Length: > 1 } word && !MeasureOpenings.Contains(word[0], StringComparison.Ordinal) && !lexicon.IsFrame(number) && !IsAction(number);

    /// <summary>Whether a word only frames, 持续深化 and 大力发展 among them: adverbs with a verb and nothing behind it.</summary>
    public bool IsAction(int number)
    {
        if (!actions.TryGetValue(number, out var isAction))
        {
            var head = ClauseHead.Of(lexicon.Word(number));
            actions.Add(number, isAction = lexicon.IsFrame(number) || (head.HasVerb && head.Object.Length == head.InnerVerb.Length));
        }

        return isAction;
    }

    /// <summary>1 where the others hold the word itself, less where they hold one like it.</summary>
    public float Best(int word, int[] others)
    {
        if (Array.IndexOf(others, word) >= 0) return 1;
        var best = 0f;
        foreach (var other in others) best = Math.Max(best, WordLikeness.Of(lexicon, word, other));
        return best;
    }
}
