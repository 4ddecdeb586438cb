using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Pipeline.Score;

/// <summary>Compares commitments with their answers word by word, for the reasons that people read.</summary>
internal sealed class WordComparison
{
    private const int Most = 4;

    /// <summary>From this likeness on two words are said to be near.</summary>
    private const float NearEnough = 0.45f;

    private const string Links = "和与及等的";

    private readonly PairLexicon lexicon = new(TermStatistics.Shared, MatchVocabulary.Shared);
    private readonly Dictionary<string, int[]> wordsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> tellingParts = [];
    private readonly List<Token> tokens = [];

    public SharedWords Compare(string quote, IReadOnlyList<string> answers)
    {
        var (own, others) = (Fold(quote), answers.Select(Fold).ToList());
        var same = CommonStrings(own, others);
        var left = Read(own).Where(word => !same.Any(met => met.Contains(lexicon.Word(word), StringComparison.Ordinal))).ToList();
        var offered = others.SelectMany(Read).Distinct().Where(word => TellingPart(word).Length > 0).ToList();
        var (near, missing) = (new List<(string Own, string Other)>(), new List<string>());
        foreach (var word in left)
        {
            var wanted = TellingPart(word);
            if (wanted.Length == 0 || same.Any(met => met.Contains(wanted, StringComparison.Ordinal))) continue;
            var closest = (Other: -1, Likeness: 0f);
            foreach (var other in offered.Where(other => other != word))
            {
                var likeness = WordLikeness.Of(lexicon, word, other);
                if (likeness > closest.Likeness || (likeness == closest.Likeness && other < closest.Other)) closest = (other, likeness);
            }

            if (closest.Likeness > NearEnough)
            {
                var met = TellingPart(closest.Other);
                if (!wanted.Contains(met, StringComparison.Ordinal) && !met.Contains(wanted, StringComparison.Ordinal)) near.Add((wanted, met));
            }
            else missing.Add(wanted);
        }

        missing.RemoveAll(word => missing.Any(other => other.Length > word.Length && other.Contains(word, StringComparison.Ordinal)));
        return new SharedWords([.. same.Take(Most)], [.. near.Distinct().Take(Most)], [.. missing.Distinct(StringComparer.Ordinal).Take(Most)]);
    }

    private int[] Read(string text)
    {
        if (!wordsOf.TryGetValue(text, out var words)) wordsOf.Add(text, words = [.. lexicon.Read(text).Distinct()]);
        return words;
    }

    private string TellingPart(int word)
    {
        if (!tellingParts.TryGetValue(word, out var part)) tellingParts.Add(word, part = TellingWord.Of(lexicon.Word(word)));
        return part;
    }

    /// <summary>Strings of whole words that stand in the commitment and in an answer, longest first, without those inside a longer one.</summary>
    private List<string> CommonStrings(string own, IReadOnlyList<string> others)
    {
        var isBorder = Borders(own);
        var found = new List<string>();
        var at = 0;
        while (at < own.Length)
        {
            var length = 0;
            while (at + length < own.Length && IsWordCharacter(own[at + length]) && IsIn(own.AsSpan(at, length + 1))) length++;
            var (start, end) = (at, at + length);
            while (start < end && !isBorder[start]) start++;
            while (end > start && !isBorder[end]) end--;
            if (end - start > 2 && Links.Contains(own[start], StringComparison.Ordinal) && isBorder[start + 1]) start++;
            if (end - start >= 2)
            {
                var core = TellingWord.Of(own[start..end]);
                if (core.Length > 0 || !MatchVocabulary.Shared.EmptyWords.Contains(own[start..end])) found.Add(core.Length > 0 ? core : own[start..end]);
            }

            at += Math.Max(1, length);
        }

        return [.. found.Where(word => !found.Any(other => other.Length > word.Length && other.Contains(word, StringComparison.Ordinal)))
            .Distinct(StringComparer.Ordinal).OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal)];

        bool IsIn(ReadOnlySpan<char> part)
        {
            foreach (var other in others)
                if (other.AsSpan().IndexOf(part) >= 0) return true;
            return false;
        }
    }

    /// <summary>Where a word of the text begins or ends; a match that starts or stops inside a word is a match of characters by chance.</summary>
    private bool[] Borders(string text)
    {
        var isBorder = new bool[text.Length + 1];
        TermStatistics.Shared.Words.Tokenise(text, tokens);
        foreach (var token in tokens) isBorder[token.Start] = isBorder[token.Start + token.Length] = true;
        return isBorder;
    }

    private static bool IsWordCharacter(char c) => Characters.IsHan(c) || Characters.IsLatinOrDigit(c);

    private static string Fold(string text) => FoldedText.Of(text, new TextSpan(0, text.Length)).Text;
}
