using Tracker.Core.Deciding;
using Tracker.Core.Domain;

namespace Tracker.Data.Entities;

/// <summary>双人盲评样本: commitments drawn at random for two auditors to judge without seeing each other's answers or the method's.</summary>
public sealed class CodingSample
{
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>What the draw was made with: the same seed over the same commitments draws the same sample.</summary>
    public required int Seed { get; init; }

    /// <summary>The body it was drawn from; null for all.</summary>
    public string? BodyId { get; init; }

    public int? Year { get; init; }

    /// <summary>As the method says; null for all.</summary>
    public Specificity? Specificity { get; init; }

    /// <summary>Number of commitments that it was drawn from.</summary>
    public required int Population { get; init; }

    /// <summary>By the method's status: how many there were and how many were drawn. Shown only once all is answered.</summary>
    public IReadOnlyList<SampleStratum> Strata { get; init; } = [];

    /// <summary>Whether the two are also asked how specific each commitment is.</summary>
    public required bool AsksSpecificity { get; init; }

    /// <summary>Name of an account. Nobody but these two answers.</summary>
    public required string FirstCoder { get; init; }

    public required string SecondCoder { get; init; }

    /// <summary>When both had answered all, or someone ended the answering: from then on answers are shown and none is taken.</summary>
    public DateTimeOffset? RevealedAt { get; set; }

    /// <summary>When what was agreed and adjudicated had become decisions.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public List<CodingItem> Items { get; } = [];

    public List<CodingAnswer> Answers { get; } = [];

    /// <summary>Whether this account is one of the two.</summary>
    public bool IsCoder(string account) => account == FirstCoder || account == SecondCoder;

    /// <summary>The answer that counts: the newest; null where there is none. Needs <see cref="Answers"/>.</summary>
    public CodingAnswer? AnswerOf(string coder, int position) => Answers.Where(a => a.Position == position && a.Coder == coder).MaxBy(a => a.Revision);
}

/// <param name="Population">How many commitments of this status there were.</param>
public sealed record SampleStratum(CommitmentStatus Status, int Population, int Drawn);

/// <summary>One commitment of a sample with the texts and passages that both auditors see, and what the method said of it when it was drawn.</summary>
public sealed class CodingItem
{
    public required string SampleId { get; init; }

    /// <summary>Place in the sample, from 0.</summary>
    public required int Position { get; init; }

    public required string CommitmentId { get; init; }

    public required string PairId { get; init; }

    /// <summary>The texts as they were drawn: both auditors judge the same words, whatever is corrected meanwhile.</summary>
    public required string PlanReportId { get; init; }

    public required string ReviewReportId { get; init; }

    public required TextAnchor Subject { get; init; }

    public required int SpanStart { get; init; }

    public required int SpanEnd { get; init; }

    /// <summary>Passages of the review to choose evidence from, in the order of the text: their order tells nothing of the method's ranking.</summary>
    public required IReadOnlyList<TextSpan> Candidates { get; init; }

    public required CommitmentStatus MachineStatus { get; init; }

    public required Specificity MachineSpecificity { get; init; }

    public required IReadOnlyList<TextSpan> MachineEvidence { get; init; }

    public required string MethodVersion { get; init; }

    public TextSpan Span => new(SpanStart, SpanEnd);

    public BlindAnswer Machine => new(true, MachineStatus, MachineSpecificity, MachineEvidence);
}

/// <summary>盲评答案 of one auditor: appended, never edited. A changed answer is a new one, and the newest counts.</summary>
public sealed class CodingAnswer
{
    /// <summary>Random in part, so that the digest in the audit log cannot be tried out.</summary>
    public required string Id { get; init; }

    public required string SampleId { get; init; }

    public required int Position { get; init; }

    /// <summary>Name of the account.</summary>
    public required string Coder { get; init; }

    /// <summary>From 1.</summary>
    public required int Revision { get; init; }

    public required DateTimeOffset At { get; init; }

    public required bool IsCommitment { get; init; }

    public CommitmentStatus? Status { get; init; }

    public Specificity? Specificity { get; init; }

    /// <summary>Passages of the review's text as it was drawn.</summary>
    public required IReadOnlyList<TextSpan> Evidence { get; init; }

    public required string Reason { get; init; }

    public BlindAnswer AsAnswer() => new(IsCommitment, Status, Specificity, Evidence);
}
