using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>标题: the line, or the beginning of a line, that opens a part.</summary>
/// <param name="Line">Index of its line.</param>
/// <param name="Length">How many of the line's characters it takes.</param>
/// <param name="Rank">Depth among the report's own headings, 0 the outermost; smaller encloses larger.</param>
/// <param name="Number">Its number; style none where it has none.</param>
/// <param name="Marked">Whether markup makes it a heading, whatever its words say.</param>
internal sealed record Heading(int Line, string Title, int Length, int Rank, HeadingNumber Number, bool Marked = false)
{
    /// <summary>What the heading's words say that it opens; null where they say nothing.</summary>
    public SectionKind? Kind { get; set; }

    public int Rank { get; set; } = Rank;

    /// <inheritdoc cref="Section.Level"/>
    public int Level => Number.Style switch { NumberStyle.Chapter => 1, NumberStyle.Parenthesised => 2, NumberStyle.None => Math.Clamp(Rank, 1, 3), _ => 3 };
}
