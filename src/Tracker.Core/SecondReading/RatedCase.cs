using Tracker.Core.Domain;

namespace Tracker.Core.SecondReading;

/// <summary>A commitment whose status is known, with what the machine and the second reader said of it.</summary>
/// <param name="Body">So that nobody is measured by what was learned from the same body.</param>
/// <param name="Confidence">The machine's own, 0 to 1.</param>
/// <param name="Truth">By labels or by an auditor.</param>
public sealed record RatedCase(string Body, CommitmentStatus Machine, double Confidence, CommitmentStatus Reader, CommitmentStatus Truth);
