using System.Text.RegularExpressions;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Pipeline.Renew;

/// <summary>A commitment as it is held against those of another plan.</summary>
/// <param name="Words">Distinct content words; figures are none.</param>
/// <param name="Bigrams">Distinct pairs of characters without figures, each with what it tells in nats.</param>
/// <param name="Numbered">一号线, 二期: what tells one thing from its neighbour of the same name.</param>
internal sealed partial record Promise(
    Commitment Commitment, string Text, int[] Words, IReadOnlyDictionary<uint, double> Bigrams, double Information, IReadOnlyList<string> Numbered)
{
    public static Promise Of(Commitment commitment, PromiseWords words)
    {
        var text = FoldedText.Of(commitment.Quote, new TextSpan(0, commitment.Quote.Length)).Text;
        var own = words.Read(text);
        var frames = InFrames(text, own, words);
        var bigrams = new Dictionary<uint, double>();
        foreach (var bigram in Match.Bigrams.Of(text))
            if (!char.IsAsciiDigit(text[bigram.At]) && !char.IsAsciiDigit(text[bigram.At + 1]))
                bigrams.TryAdd(bigram.Key, TermStatistics.Shared.BigramInformation(bigram.Key) * (frames[bigram.At] && frames[bigram.At + 1] ? PairLexicon.FrameWeight : 1));
        return new Promise(commitment, text, own, bigrams, bigrams.Values.Sum(), [.. NumberedName().Matches(text).Select(match => match.Value)]);
    }

    private static bool[] InFrames(string text, int[] own, PromiseWords words)
    {
        var inside = new bool[text.Length];
        foreach (var word in own.Where(words.IsAction).Select(words.Word))
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
                inside.AsSpan(at, word.Length).Fill(true);
        return inside;
    }

    [GeneratedRegex("[0-9一二三四五六七八九十]+(号|期)|[a-z]+[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex NumberedName();
}
