using Tracker.Core.Domain;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Commitments;

/// <summary>A commitment as lists show it.</summary>
/// <param name="IsDecided">Whether a person decided on it.</param>
/// <param name="Status">落实状态 as shown; null while the pair awaits its review.</param>
public sealed record CommitmentLine(
    string Id, string PairId, string Body, string BodyName, int Year, int Position, string Quote, string Topic,
    IReadOnlyList<string> Section, Specificity Specificity, IReadOnlyList<Quantity> Targets, CommitmentStatus? Status,
    CommitmentStatus? MachineStatus, double? Evidenced, double? Score, double? Confidence, IReadOnlyList<Evidence> Evidence,
    string MethodVersion, bool IsDecided, CommitmentStanding Standing);
