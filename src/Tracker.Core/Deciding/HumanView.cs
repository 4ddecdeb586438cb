using Tracker.Core.Domain;

namespace Tracker.Core.Deciding;

/// <summary>What people's decisions on one commitment add up to: the newest word on each question that was not taken back.</summary>
/// <param name="Status">The decided status; null where no person set one.</param>
/// <param name="IsCommitment">False once a person said that it is none.</param>
/// <param name="Confirmed">Passages that answer the commitment, in the order in which they were decided.</param>
/// <param name="Rejected">Passages that do not, whatever the machine says later.</param>
/// <param name="Standing">The decisions in force, oldest first.</param>
public sealed record HumanView(
    CommitmentStatus? Status, bool IsCommitment, IReadOnlyList<TextAnchor> Confirmed, IReadOnlyList<TextAnchor> Rejected,
    IReadOnlyList<Decision> Standing)
{
    /// <summary>No person decided anything.</summary>
    public static HumanView Untouched { get; } = new(null, true, [], [], []);

    /// <param name="decisions">All decisions on one commitment, in any order.</param>
    public static HumanView Of(IEnumerable<Decision> decisions)
    {
        var standing = DecisionRecord.InForce(decisions);
        var view = Untouched with { Standing = standing };
        foreach (var item in standing) view = view.After(item);
        return view;
    }

    private HumanView After(Decision decision) => decision.Kind switch
    {
        DecisionKind.SetStatus => this with { Status = decision.Status, IsCommitment = true },
        DecisionKind.NotCommitment => this with { IsCommitment = false },
        DecisionKind.Add => this with { IsCommitment = true },
        DecisionKind.Confirm or DecisionKind.Evidence => this with
        {
            Confirmed = [.. Without(Confirmed, decision.Passage!), decision.Passage!], Rejected = Without(Rejected, decision.Passage!),
        },
        DecisionKind.Reject => this with
        {
            Rejected = [.. Without(Rejected, decision.Passage!), decision.Passage!], Confirmed = Without(Confirmed, decision.Passage!),
        },
        DecisionKind.Split or DecisionKind.Merge or DecisionKind.Undo or DecisionKind.Reaffirm => this,
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision.Kind, "Unknown kind of decision."),
    };

    private static List<TextAnchor> Without(IReadOnlyList<TextAnchor> list, TextAnchor passage) =>
        [.. list.Where(item => !SamePassage(item, passage))];

    private static bool SamePassage(TextAnchor left, TextAnchor right) =>
        left.Quote == right.Quote && left.Prefix == right.Prefix && left.Suffix == right.Suffix;
}
