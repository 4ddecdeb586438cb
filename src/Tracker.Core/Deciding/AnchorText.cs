using System.Text;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Deciding;

/// <summary>A text in the one spelling in which anchors are made and found, with the way back to the source's offsets.</summary>
public sealed class AnchorText
{
    /// <summary>Characters of context kept on each side of a quotation.</summary>
    public const int ContextLength = 32;

    private const string SentenceEnds = "。！？；\n";
    private readonly int[] offsets;
    private readonly IReadOnlyList<Section> sections;

    private AnchorText(string text, int[] offsets, IReadOnlyList<Section> sections)
    {
        Text = text;
        this.offsets = offsets;
        this.sections = sections;
    }

    /// <summary>The whole text; lines end with a line feed.</summary>
    public string Text { get; }

    /// <param name="source">The text as decoded.</param>
    /// <param name="sections">Its section tree, for the headings above a place.</param>
    public static AnchorText Of(string source, IReadOnlyList<Section> sections)
    {
        var text = new StringBuilder(source.Length);
        var offsets = new List<int>(source.Length);
        foreach (var line in Normaliser.Normalise(source).Lines.Where(line => line.Text.Length > 0))
        {
            text.Append(line.Text).Append('\n');
            offsets.AddRange(line.Offsets);
            offsets.Add(line.Offsets[^1] + 1);
        }

        return new AnchorText(text.ToString(), [.. offsets], sections);
    }

    /// <summary>Makes the anchor of a span of the source.</summary>
    /// <exception cref="ArgumentException">The span holds no character that counts.</exception>
    public TextAnchor Anchor(TextSpan span)
    {
        var (start, end) = (IndexOf(span.Start), IndexOf(span.End));
        while (start < end && Text[start] == '\n') start++;
        while (start < end && Text[end - 1] == '\n') end--;
        if (start == end) throw new ArgumentException($"{span} holds no text.", nameof(span));
        var quote = Text[start..end];
        return new TextAnchor(
            quote, Before(start), After(end), SentenceAround(start, end), PathAt(span.Start), Occurrences(quote).Count());
    }

    /// <summary>The words of a span of the source in the anchors' spelling.</summary>
    public string Words(TextSpan span) => Text[IndexOf(span.Start)..IndexOf(span.End)];

    /// <summary>Every place where the words stand, as half-open ranges of <see cref="Text"/>; overlapping ones included.</summary>
    public IEnumerable<Range> Occurrences(string words)
    {
        for (var at = Text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(words, at + 1, StringComparison.Ordinal))
            yield return at..(at + words.Length);
    }

    public string Before(int index) => Text[Math.Max(0, index - ContextLength)..index];

    public string After(int index) => Text[index..Math.Min(Text.Length, index + ContextLength)];

    public TextSpan SourceSpan(int start, int end) => new(offsets[start], offsets[end - 1] + 1);

    public string SentenceAround(int start, int end)
    {
        var (from, to) = SentenceRange(start, end);
        return Text[from..to];
    }

    /// <summary>Half-open ranges of all sentences, in order.</summary>
    public IEnumerable<(int Start, int End)> Sentences()
    {
        for (var start = 0; start < Text.Length;)
        {
            var stop = Text.AsSpan(start).IndexOfAny(SentenceEnds);
            var end = stop < 0 ? Text.Length : start + stop + 1;
            if (end - start > 1) yield return (start, end);
            start = end;
        }
    }

    /// <summary>Headings above a source offset, from the outermost section inwards.</summary>
    public IReadOnlyList<string> PathAt(int sourceOffset)
    {
        var path = new List<string>();
        for (var level = sections; level.FirstOrDefault(section => section.Span.Contains(sourceOffset)) is { } section; level = section.Children)
            if (section.Heading.Length > 0) path.Add(section.Heading);
        return path;
    }

    private (int From, int To) SentenceRange(int start, int end)
    {
        var from = start == 0 ? 0 : Text.AsSpan(0, start).LastIndexOfAny(SentenceEnds) + 1;
        var stop = Text.AsSpan(end - 1).IndexOfAny(SentenceEnds);
        return (from, stop < 0 ? Text.Length : end + stop);
    }

    private int IndexOf(int sourceOffset)
    {
        var at = Array.BinarySearch(offsets, sourceOffset);
        return at >= 0 ? at : ~at;
    }
}
