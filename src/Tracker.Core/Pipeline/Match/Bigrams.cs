namespace Tracker.Core.Pipeline.Match;

/// <summary>Pairs of neighbouring characters inside a run of Chinese characters, Latin letters and digits.</summary>
public static class Bigrams
{
    /// <param name="text">Folded text without blanks.</param>
    public static List<Bigram> Of(ReadOnlySpan<char> text)
    {
        var found = new List<Bigram>(text.Length);
        for (var at = 0; at + 1 < text.Length; at++)
            if (IsInside(text[at]) && IsInside(text[at + 1])) found.Add(new Bigram(((uint)text[at] << 16) | text[at + 1], at));
        return found;
    }

    private static bool IsInside(char c) => Characters.IsHan(c) || Characters.IsLatinOrDigit(c) || c is '%' or '.';
}

/// <param name="Key">Both characters as one number.</param>
/// <param name="At">Where the first one stands.</param>
public readonly record struct Bigram(uint Key, int At);
