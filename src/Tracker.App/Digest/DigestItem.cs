using Tracker.Core.Deciding;
using Tracker.Core.Domain;

namespace Tracker.App.Digest;

/// <summary>One thing that happened in the period and that a reader can be told of.</summary>
/// <param name="Keys">What it is marked as told by: one key a change, so that nobody is told the same twice.</param>
/// <param name="Group">What all that one run changed in a pair is marked by, so that a reader of many changes has few marks; empty where no single run made it.</param>
/// <param name="Specificity">Null where the commitment is not there any more.</param>
/// <param name="From">Null where there was no verdict before.</param>
/// <param name="To">Null where there is no verdict now.</param>
/// <param name="Certainty">把握 of the method's status, 0 to 1; null where a person decided or there is no verdict.</param>
/// <param name="Evidence">佐证 quoted; empty where there is none.</param>
/// <param name="SignedAs">Who decided, by the name that everyone may read; empty where nobody did.</param>
/// <param name="SearchText">Folded words that topics are looked for in.</param>
public sealed record DigestItem(
    DigestItemKind Kind, IReadOnlyList<string> Keys, string Group, DateTimeOffset At, PairFacts Pair, string CommitmentId, string Quote, Specificity? Specificity,
    CommitmentStatus? From, CommitmentStatus? To, DigestCause Cause, double? Certainty, string Evidence, string SignedAs, string Reason,
    DecisionKind? Decision, string SearchText)
{
    /// <param name="marks">Keys and groups that a reader was told of.</param>
    /// <param name="parts">Those of the marks that stand for the part of a group that a rule covers.</param>
    public bool IsToldBy(IReadOnlySet<string> marks, IReadOnlyList<(string Group, DigestRule Rule)> parts) =>
        (Group.Length > 0 && (marks.Contains(Group) || parts.Any(part => part.Group == Group && part.Rule.Covers(this)))) || Keys.All(marks.Contains);
}

/// <param name="Region">Empty where it is not known.</param>
/// <param name="Answered">Of all commitments of the pair those that the report answered; null while the report is awaited.</param>
public sealed record PairFacts(string Id, string BodyId, string BodyName, string Region, int Year, int Commitments, int? Answered);

public enum DigestItemKind
{
    /// <summary>新报告的答复: the first verdict, since the next report came.</summary>
    Answer,

    /// <summary>新承诺, whose report is awaited.</summary>
    Promise,

    /// <summary>改判.</summary>
    Flip,

    /// <summary>A commitment that is no more.</summary>
    Gone,

    /// <summary>人工认定 that left the status as it was.</summary>
    Decision,

    /// <summary>待重新确认: for auditors.</summary>
    Stale,

    /// <summary>裁定: the two of a blind sample differ; for auditors.</summary>
    Disputed,
}

public enum DigestCause
{
    None,
    NewText,
    NewMethod,
    Person,
}

/// <summary>下年报告 that is due soon, judged by when the last one was read.</summary>
public sealed record ExpectedReport(PairFacts Pair, DateOnly Around);

/// <summary>All that happened in a period, whoever may be told of it.</summary>
/// <param name="Items">What matters most first.</param>
public sealed record PeriodChanges(DigestPeriod Period, IReadOnlyList<DigestItem> Items, IReadOnlyList<ExpectedReport> Expected, int Pending);
