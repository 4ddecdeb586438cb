using System.Text.Json.Serialization;
using Tracker.Core.Pipeline.Extract.Clauses;

namespace Tracker.Core.Pipeline.Extract.Rules;

/// <summary>Where a clause stands, as far as that decides what it is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClausePlace>))]
public enum ClausePlace
{
    /// <summary>The first of several clauses of a sentence.</summary>
    Opening,

    /// <summary>Behind another clause of its sentence.</summary>
    Following,

    /// <summary>The last of several clauses of a sentence.</summary>
    Closing,

    /// <summary>Alone in its sentence.</summary>
    Alone,

    /// <summary>A sentence that only announces the sentences after it.</summary>
    Lead,

    /// <summary>An item of a bulleted list.</summary>
    Bullet,

    /// <summary>In the paragraph that announces the ones below it.</summary>
    Introduction,

    /// <summary>Before the first numbered part of a plan.</summary>
    Preamble,

    /// <summary>In a sentence that sets the body's overall guideline, or behind one in the same paragraph.</summary>
    Guideline,

    /// <summary>In a sentence that lists targets.</summary>
    Targets,

    /// <summary>Behind an enumeration comma that parts two actions.</summary>
    AfterEnumerationComma,
}

internal static class ClausePlaces
{
    public static bool Holds(this ClausePlace place, Clause clause) => place switch
    {
        ClausePlace.Opening => clause.IsFirst && !clause.IsOnly,
        ClausePlace.Following => !clause.IsFirst,
        ClausePlace.Closing => clause.IsLast && !clause.IsOnly,
        ClausePlace.Alone => clause.IsOnly,
        ClausePlace.Lead => LeadSentence.Is(clause.Sentence),
        ClausePlace.Bullet => clause.Sentence.Paragraph.Role == ParagraphRole.Bullet,
        ClausePlace.Introduction => clause.Sentence.Paragraph.Role == ParagraphRole.Introduction,
        ClausePlace.Preamble => clause.Sentence.Paragraph.Role == ParagraphRole.Preamble,
        ClausePlace.Guideline => clause.Sentence.Purpose == SentencePurpose.Guideline,
        ClausePlace.Targets => clause.Sentence.Purpose == SentencePurpose.Targets,
        ClausePlace.AfterEnumerationComma => clause.Previous?.Separator == '、',
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "This place has no test."),
    };
}
