namespace Tracker.Core.Pipeline.Extract.Vocabulary;

/// <summary>A set of words that answers which of them, the longest, stands at a position of a text.</summary>
internal sealed class PrefixSet
{
    private readonly HashSet<string> _words;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int[] _lengths;
    private readonly System.Buffers.SearchValues<char> _first;

    public PrefixSet(IEnumerable<string> words)
    {
        _words = new HashSet<string>(words, StringComparer.Ordinal);
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _first = System.Buffers.SearchValues.Create([.. _words.Where(word => word.Length > 0).Select(word => word[0]).Distinct()]);
        _lengths = [.. _words.Select(word => word.Length).Distinct().OrderDescending()];
    }

    /// <returns>The length of the longest word at <paramref name="position"/>, 0 where none stands there.</returns>
    public int LengthAt(ReadOnlySpan<char> text, int position)
    {
        if (position >= text.Length || !_first.Contains(text[position])) return 0;
        foreach (var length in _lengths)
            if (position + length <= text.Length && _lookup.Contains(text.Slice(position, length)))
                return length;
        return 0;
    }

}
