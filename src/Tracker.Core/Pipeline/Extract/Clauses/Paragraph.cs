using Tracker.Core.Pipeline.Sections;

namespace Tracker.Core.Pipeline.Extract.Clauses;

/// <summary>段: a body line with its sentences.</summary>
internal sealed class Paragraph(SectionedLine line, ParagraphRole role)
{
    public SectionedLine Line => line;

    /// <summary>What the line is among its neighbours.</summary>
    public ParagraphRole Role => role;

    public IReadOnlyList<Sentence> Sentences { get; set; } = [];
}

internal enum ParagraphRole
{
    /// <summary>Prose that sets out work.</summary>
    Body,

    /// <summary>A short item of a bulleted list, which alone carries its action.</summary>
    Bullet,

    /// <summary>The paragraph after a heading that announces the paragraphs or bullets below it.</summary>
    Introduction,

    /// <summary>A paragraph that stands before the first numbered part of a plan.</summary>
    Preamble,
}
