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

    /// <summary>Of the verdict; of the extraction while there is no verdict.</summary>
    public string MethodVersion { get; set; } = "";

    public double? Evidenced { get; set; }

    public double? Score { get; set; }

    public double? Confidence { get; set; }

    public IReadOnlyList<Evidence> Evidence { get; set; } = [];

    public IReadOnlyList<Candidate> Candidates { get; set; } = [];

    public IReadOnlyList<QuantityComparison> Comparisons { get; set; } = [];

    public IReadOnlyList<string> Reasons { get; set; } = [];

    public TextSpan Span => new(SpanStart, SpanEnd);

    public TextSpan Context => new(ContextStart, ContextEnd);
}
