using Tracker.Core.Domain;

namespace Tracker.Core.SecondReading;

/// <summary>When a person's time is called for.</summary>
public static class AuditSureness
{
    /// <summary>From this probability on a status counts as sure.</summary>
    public const double Sure = 0.7;

    /// <summary>Whether a commitment belongs to what auditors should look at: not sure, or the two raters differ.</summary>
    /// <param name="joint">Null where nothing is calibrated: then the machine's own confidence stands.</param>
    public static bool CallsForPerson(CommitmentStatus machine, double confidence, CommitmentStatus? reader, JointVerdict? joint) =>
        (reader is { } said && said != machine) || (joint?.MachineRight ?? confidence) < Sure;
}
