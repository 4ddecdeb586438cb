using Tracker.Core.Domain;

namespace Tracker.Data.Entities;

/// <summary>承诺事项 of a pair's plan with what the review says of it. Spans point into the plan's text, evidence into the review's.</summary>
public sealed class StoredCommitment
{
    /// <summary>The pair's id, a full stop and the commitment's own id, which is made from content.</summary>
    public required string Id { get; init; }

    public required string PairId { get; init; }

    public StoredPair Pair { get; set; } = null!;

    /// <summary>Place in the plan, from 0.</summary>
    public int Position { get; set; }

    public int SpanStart { get; set; }

    public int SpanEnd { get; set; }

    public string Quote { get; set; } = "";

    public int ContextStart { get; set; }

    public int ContextEnd { get; set; }

    public string Topic { get; set; } = "";

    public string Frame { get; set; } = "";

    public IReadOnlyList<string> SectionPath { get; set; } = [];

    public Specificity Specificity { get; set; }

    public IReadOnlyList<Quantity> Targets { get; set; } = [];

    public IReadOnlyList<string> Aspects { get; set; } = [];

    /// <summary>Name of the extraction rule that found it.</summary>
    public string Rule { get; set; } = "";

    /// <summary>Quote and topic folded for searching; see <see cref="Storage.SearchText"/>.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>落实状态 as shown: a person's where there is one, else the method's. Null while the pair awaits its review.</summary>
    public CommitmentStatus? Status { get; set; }

    /// <summary>What the method alone says; null while the pair awaits its review.</summary>
    public CommitmentStatus? MachineStatus { get; set; }

    /// <summary>In place of a method version: a person made it, and the method has yet to judge it.</summary>
    public const string Unjudged = "";

    /// <summary>Of the verdict; of the extraction while the pair awaits its review.</summary>
    public string MethodVersion { get; set; } = Unjudged;

    public double? Evidenced { get; set; }

    public double? Score { get; set; }

    public double? Confidence { get; set; }

    /// <summary>佐证 as shown: the method's without what people rejected, and what they confirmed.</summary>
    public IReadOnlyList<Evidence> Evidence { get; set; } = [];

    /// <summary>What the method alone shows.</summary>
    public IReadOnlyList<Evidence> MachineEvidence { get; set; } = [];

    public IReadOnlyList<Candidate> Candidates { get; set; } = [];

    public IReadOnlyList<QuantityComparison> Comparisons { get; set; } = [];

    public IReadOnlyList<string> Reasons { get; set; } = [];

    /// <summary>第二判读 that is laid over it; null where no second reader answered to these words and passages.</summary>
    public string? ReadingId { get; set; }

    /// <summary>What the second reader says; never shown as the commitment's status.</summary>
    public CommitmentStatus? ReaderStatus { get; set; }

    public IReadOnlyList<Evidence> ReaderEvidence { get; set; } = [];

    /// <summary>合议: what machine and second reader speak for together; null where that is not calibrated.</summary>
    public CommitmentStatus? JointStatus { get; set; }

    /// <summary>Probability that <see cref="MachineStatus"/> is right, given what both say; null where that is not calibrated.</summary>
    public double? JointConfidence { get; set; }

    /// <summary>How many suggestions of the second reader an auditor may want to look at.</summary>
    public int ReaderSuggestions { get; set; }

    public CommitmentOrigin Origin { get; set; }

    public CommitmentStanding Standing { get; set; }

    /// <summary>The commitment that this is a part of, or was merged into; null otherwise.</summary>
    public string? PartOf { get; set; }

    /// <summary>Whether a person's decision on it is in force.</summary>
    public bool IsDecided { get; set; }

    /// <summary>待重新确认: how many decisions in force ask to be affirmed again.</summary>
    public int StaleDecisions { get; set; }

    /// <summary>When the method's status last changed; null where it did not since a person last decided.</summary>
    public DateTimeOffset? FlippedAt { get; set; }

    /// <summary>How much a person's time is worth here: the queue's order, highest first.</summary>
    public double AuditPriority { get; set; }

    /// <summary>How sure the machine's status is, as far as anything is known.</summary>
    public double? Sureness => JointConfidence ?? Confidence;

    /// <summary>有分歧: the second reader gives another status than the machine.</summary>
    public bool IsDisputed => ReaderStatus is { } said && MachineStatus is { } own && said != own;

    public TextSpan Span => new(SpanStart, SpanEnd);

    public TextSpan Context => new(ContextStart, ContextEnd);

    /// <summary>As the method takes it, under its stored id.</summary>
    public Commitment AsCommitment() => new(Id, Span, Quote, Context, Topic, Frame, SectionPath, Specificity, Targets, Aspects, Rule);
}

public enum CommitmentOrigin
{
    /// <summary>The method extracted it.</summary>
    Method,

    /// <summary>补录、拆分: a person added it, or made it by splitting another.</summary>
    Person,
}

/// <summary>Whether a commitment counts in figures. One that does not is still listed, with the decision that says why.</summary>
public enum CommitmentStanding
{
    Counted,

    /// <summary>不是承诺: a person said so.</summary>
    NotCommitment,

    /// <summary>拆分: its parts count in its place.</summary>
    Split,

    /// <summary>合并: another commitment counts for it.</summary>
    Merged,
}
