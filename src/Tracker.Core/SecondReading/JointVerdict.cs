using Tracker.Core.Domain;

namespace Tracker.Core.SecondReading;

/// <summary>合议: what machine and second reader speak for together. It stands beside the published status and never takes its place by itself.</summary>
/// <param name="MachineRight">Probability that the machine's status is right, given what both say.</param>
/// <param name="Chance">Probability of <paramref name="Status"/>.</param>
/// <param name="Evidenced">Probability that the review reports on the commitment at all.</param>
public sealed record JointVerdict(CommitmentStatus Status, double MachineRight, double Chance, double Evidenced)
{
    private const int MostEvidence = 4;

    /// <summary>The machine's verdict as both together have it: the evidence of whoever said the same, the second reader's first.</summary>
    public Verdict Over(Verdict verdict, CommitmentStatus readerStatus, IReadOnlyList<Evidence> readerEvidence)
    {
        IEnumerable<Evidence> shown = Status == CommitmentStatus.None ? []
            : [.. Status == readerStatus ? readerEvidence : [], .. Status == verdict.Status ? verdict.Evidence : []];
        var evidence = shown.DistinctBy(item => item.Span).Take(MostEvidence).ToList();

        // A status that neither gave: what either of them pointed at is all there is.
        if (evidence.Count == 0 && Status != CommitmentStatus.None) evidence = [.. readerEvidence.Concat(verdict.Evidence).DistinctBy(item => item.Span).Take(MostEvidence)];
        return verdict with { Status = Status, Evidence = evidence, Evidenced = Evidenced, Confidence = Chance };
    }
}
