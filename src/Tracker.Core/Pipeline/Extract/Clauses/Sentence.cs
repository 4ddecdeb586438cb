using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Sections;

namespace Tracker.Core.Pipeline.Extract.Clauses;

/// <summary>句: a run of clauses between two of 。！？；, inside one line.</summary>
internal sealed class Sentence(Paragraph paragraph, int start, int end, int index, TextSpan context)
{
    public Paragraph Paragraph => paragraph;

    /// <summary>Position of the first character in the line's normalised text.</summary>
    public int Start => start;

    /// <summary>Position after the last character, closing mark excluded.</summary>
    public int End => end;

    /// <summary>Which sentence of the paragraph it is, from 0, the heading not counted.</summary>
    public int Index => index;

    /// <summary>The source span of the whole sentence up to 。！？, which holds several of these where ； parts them.</summary>
    public TextSpan Context => context;

    public SectionedLine Line => Paragraph.Line;

    public string Text => Line.Line.Text[Start..End];

    public IReadOnlyList<Clause> Clauses { get; set; } = [];

    public SentencePurpose Purpose { get; set; }

    public bool IsFirst => Index == 0;

    public bool IsLast => Index == Paragraph.Sentences.Count - 1;

    public Sentence? Next => IsLast ? null : Paragraph.Sentences[Index + 1];

    public Sentence? Previous => IsFirst ? null : Paragraph.Sentences[Index - 1];
}

internal enum SentencePurpose
{
    /// <summary>It sets out work.</summary>
    Work,

    /// <summary>总体要求: it sets the guideline.</summary>
    Guideline,

    /// <summary>预期目标: it lists targets.</summary>
    Targets,
}
