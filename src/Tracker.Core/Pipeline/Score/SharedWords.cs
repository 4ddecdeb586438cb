using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Pipeline.Score;

/// <summary>The words of a commitment told apart by whether the answer repeats them, says something near, or passes them over.</summary>
/// <param name="Same">Strings in common, longest first.</param>
/// <param name="Near">Words with the word of the answer that comes nearest.</param>
/// <param name="Missing">Words of weight that nothing meets.</param>
internal sealed record SharedWords(IReadOnlyList<string> Same, IReadOnlyList<(string Own, string Other)> Near, IReadOnlyList<string> Missing)
{
    private const int Most = 4;

    public static SharedWords Of(string quote, IReadOnlyList<string> answers)
    {
        var (own, others) = (Fold(quote), answers.Select(Fold).ToList());
        var same = CommonStrings(own, others);
        var lexicon = new PairLexicon(TermStatistics.Shared, MatchVocabulary.Shared);
        var left = lexicon.Read(own).Distinct().Where(word => !same.Any(met => met.Contains(lexicon.Word(word), StringComparison.Ordinal))).ToList();
        var offered = others.SelectMany(lexicon.Read).Distinct().Where(word => !lexicon.IsFrame(word)).ToList();
        var (near, missing) = (new List<(string Own, string Other)>(), new List<string>());
        foreach (var word in left.Where(word => !lexicon.IsFrame(word) && lexicon.Word(word).Length > 1))
        {
            var closest = offered.Where(other => other != word).Select(other => (Other: other, Likeness: WordLikeness.Of(lexicon, word, other)))
                .OrderByDescending(entry => entry.Likeness).ThenBy(entry => entry.Other).FirstOrDefault();
            if (closest.Likeness > 0.3f) near.Add((lexicon.Word(word), lexicon.Word(closest.Other)));
            else missing.Add(lexicon.Word(word));
        }

        return new SharedWords([.. same.Take(Most)], [.. near.Take(Most)], [.. missing.Take(Most)]);
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
