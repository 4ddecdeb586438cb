namespace Tracker.Core.Pipeline.Match;

/// <summary>词表: the words that the reports use, with how often, and the cutting of text into them.</summary>
public sealed class WordList
{
    private readonly Dictionary<ulong, int> numbers;
    private readonly double[] logarithms;
    private readonly int longest = 1;
    private readonly BestCut.LogProbability logarithm;

    /// <param name="words">Most used first. A word's place is its number.</param>
    public WordList(IReadOnlyList<(string Word, int Count)> words)
    {
        Words = words;
        logarithm = LogProbability;
        numbers = new Dictionary<ulong, int>(words.Count);
        logarithms = new double[words.Count];
        var total = words.Sum(entry => (double)entry.Count);
        for (var number = 0; number < words.Count; number++)
        {
            numbers[Characters.Pack(words[number].Word)] = number;
            logarithms[number] = Math.Log(words[number].Count / total);
            longest = Math.Max(longest, words[number].Word.Length);
        }
    }

    public IReadOnlyList<(string Word, int Count)> Words { get; }

    /// <summary>A word's number, -1 where the list lacks it.</summary>
    public int NumberOf(ReadOnlySpan<char> word) => word.Length <= 4 && numbers.TryGetValue(Characters.Pack(word), out var number) ? number : -1;

    /// <summary>Cuts folded text into words, Latin names and numbers; punctuation is passed over.</summary>
    public void Tokenise(ReadOnlySpan<char> text, List<Token> tokens)
    {
        tokens.Clear();
        var cuts = new List<int>();
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            if (Characters.IsHan(text[at]))
            {
                while (at < text.Length && Characters.IsHan(text[at])) at++;
                CutRun(text, start, at, cuts, tokens);
            }
            else if (Characters.IsLatinOrDigit(text[at]))
            {
                while (at < text.Length && (Characters.IsLatinOrDigit(text[at]) || text[at] is '.' or '%')) at++;
                tokens.Add(new Token(start, at - start, -1));
            }
            else at++;
        }
    }

    private void CutRun(ReadOnlySpan<char> text, int start, int end, List<int> cuts, List<Token> tokens)
    {
        BestCut.Find(text[start..end], longest, logarithm, cuts);
        for (var k = 0; k + 1 < cuts.Count; k++)
            tokens.Add(new Token(start + cuts[k], cuts[k + 1] - cuts[k], NumberOf(text[(start + cuts[k])..(start + cuts[k + 1])])));
    }

    private double LogProbability(ReadOnlySpan<char> word) => numbers.TryGetValue(Characters.Pack(word), out var number) ? logarithms[number] : double.NaN;
}

/// <param name="Start">Offset in the text that was cut.</param>
/// <param name="Word">Number in the <see cref="WordList"/>; -1 for Latin names, numbers and characters that the list lacks.</param>
public readonly record struct Token(int Start, int Length, int Word);
