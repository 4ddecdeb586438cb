using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>A normalised text with its section tree and, for each line, what it is for.</summary>
/// <param name="Lines">As many as <see cref="NormalisedText.Lines"/>, in the same order.</param>
public sealed record SectionedText(
    NormalisedText Text, ReportMetadata Metadata, IReadOnlyList<Section> Sections, IReadOnlyList<SectionedLine> Lines,
    IReadOnlyList<Issue> Issues);

/// <summary>A line with the section that it belongs to.</summary>
/// <param name="Kind">What the line is for; finer than its section's kind where a paragraph without heading is, say, a shortcoming inside a review.</param>
/// <param name="Path">Headings from the outermost section inwards.</param>
/// <param name="HeadingLength">How many of the line's first characters are a heading; 0 for a body line.</param>
/// <param name="Level">The heading's level as in <see cref="Section.Level"/>; 9 for a body line.</param>
public sealed record SectionedLine(NormalisedLine Line, SectionKind Kind, int? Year, IReadOnlyList<string> Path, int HeadingLength, int Level);
