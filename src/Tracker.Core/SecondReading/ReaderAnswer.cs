using Tracker.Core.Domain;

namespace Tracker.Core.SecondReading;

/// <summary>判读答案: what a second reader says of one commitment, once it was checked.</summary>
/// <param name="Evidence">Numbers of the task's passages, in the order given, each once.</param>
/// <param name="Reason">A sentence of the reader's own: text of an untrusted program, shown as such and never as markup.</param>
/// <param name="Suggestions">Whose words stand in the plan.</param>
/// <param name="Strayed">How many suggestions were left out, because their words do not stand there.</param>
public sealed record ReaderAnswer(
    CommitmentStatus Status, IReadOnlyList<NumberedEvidence> Evidence, string Reason, IReadOnlyList<ReaderSuggestion> Suggestions, int Strayed)
{
    /// <summary>The named passages as evidence.</summary>
    public IReadOnlyList<Evidence> In(ReadingTask task) =>
    [
        .. Evidence.Select(item => (item.Relation, Passage: task.Passages[item.Candidate - 1]))
            .Select(item => new Evidence(item.Passage.Span, item.Passage.Quote, "", item.Relation, 0)),
    ];
}

/// <param name="Candidate">Number of a passage, from 1.</param>
public sealed record NumberedEvidence(int Candidate, EvidenceRelation Relation);

/// <summary>建议: something that an auditor may want to look at. Nothing follows from it by itself.</summary>
/// <param name="Words">As they stand in the plan, but for blanks.</param>
public sealed record ReaderSuggestion(SuggestionKind Kind, string Words);

public enum SuggestionKind
{
    /// <summary>漏列: words of the plan that promise something and are on no list.</summary>
    Missed,

    /// <summary>应拆分: a part of the commitment that is a promise of its own.</summary>
    Split,

    /// <summary>漏认目标: a number that the commitment promises.</summary>
    Target,
}

/// <summary>Why an answer is not taken.</summary>
public enum AnswerRefusal
{
    /// <summary>The model would not answer.</summary>
    Declined,

    /// <summary>It ended before it was complete.</summary>
    CutOff,

    /// <summary>There is no JSON object in it.</summary>
    NoJson,

    /// <summary>The JSON cannot be read.</summary>
    BrokenJson,

    /// <summary>A field is missing, or of another type than asked for.</summary>
    WrongShape,

    /// <summary>A status that does not exist.</summary>
    UnknownStatus,

    /// <summary>Evidence that is no candidate's number.</summary>
    UnknownCandidate,

    UnknownRelation,

    /// <summary>It claims an answer and names none.</summary>
    NoEvidence,

    /// <summary>It says that there is no answer, and names one.</summary>
    EvidenceForNone,

    NoReason,
}
