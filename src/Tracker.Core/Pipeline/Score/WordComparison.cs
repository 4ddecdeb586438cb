using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Pipeline.Score;

/// <summary>Compares commitments with their answers word by word, for the reasons that people read.</summary>
internal sealed class WordComparison
{
    private const int Most = 4;

    /// <summary>From this likeness on two words are said to be near.</summary>
    private const float NearEnough = 0.3f;

    private readonly PairLexicon lexicon = new(TermStatistics.Shared, MatchVocabulary.Shared);
    private readonly Dictionary<string, int[]> wordsOf = new(StringComparer.Ordinal);

    public SharedWords Compare(string quote, IReadOnlyList<string> answers)
    {
        var (own, others) = (Fold(quote), answers.Select(Fold).ToList());
        var same = CommonStrings(own, others);
        var left = Read(own).Where(word => !same.Any(met => met.Contains(lexicon.Word(word), StringComparison.Ordinal))).ToList();
        var offered = others.SelectMany(Read).Distinct().Where(word => !lexicon.IsFrame(word)).ToList();
        var (near, missing) = (new List<(string Own, string Other)>(), new List<string>());
        foreach (var word in left.Where(word => !lexicon.IsFrame(word) && lexicon.Word(word).Length > 1))
        {
            var closest = offered.Where(other => other != word).Select(other => (Other: other, Likeness: WordLikeness.Of(lexicon, word, other)))
                .OrderByDescending(entry => entry.Likeness).ThenBy(entry => entry.Other).FirstOrDefault();
            if (closest.Likeness > NearEnough)
            {
                var (wanted, met) = (lexicon.Word(word), lexicon.Word(closest.Other));
                if (!wanted.Contains(met, StringComparison.Ordinal) && !met.Contains(wanted, StringComparison.Ordinal)) near.Add((wanted, met));
            }
            else missing.Add(lexicon.Word(word));
        }

        return new SharedWords([.. same.Take(Most)], [.. near.Take(Most)], [.. missing.Take(Most)]);
    }

    private int[] Read(string text)
    {
        if (!wordsOf.TryGetValue(text, out var words)) wordsOf.Add(text, words = [.. lexicon.Read(text).Distinct()]);
        return words;
    }

    /// <summary>Strings of two and more characters that stand in the commitment and in an answer, without those inside a longer one.</summary>
    private static List<string> CommonStrings(string own, IReadOnlyList<string> others)
    {
        var found = new List<string>();
        var at = 0;
        while (at < own.Length)
        {
            var length = 0;
            while (at + length < own.Length && IsWordCharacter(own[at + length])
                && others.Any(other => other.Contains(own.AsSpan(at, length + 1), StringComparison.Ordinal))) length++;
            if (length >= 2 && !MatchVocabulary.Shared.EmptyWords.Contains(own.Substring(at, length))) found.Add(own.Substring(at, length));
            at += Math.Max(1, length);
        }

        return [.. found.Distinct(StringComparer.Ordinal).OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal)];
    }

    private static bool IsWordCharacter(char c) => Characters.IsHan(c) || Characters.IsLatinOrDigit(c);

    private static string Fold(string text) => FoldedText.Of(text, new TextSpan(0, text.Length)).Text;
}
