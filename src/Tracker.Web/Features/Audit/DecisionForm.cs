using System.Globalization;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Audit;

/// <summary>A decision as a page's form sends it: one field set for all kinds, of which each uses its own. The button that was pressed says which kind.</summary>
public sealed class DecisionForm
{
    public string? Decision { get; set; }

    public string? Status { get; set; }

    /// <summary>The place of the candidate that is confirmed, from 0.</summary>
    public string? Confirm { get; set; }

    /// <summary>The place of the candidate that is rejected, from 0.</summary>
    public string? Reject { get; set; }

    /// <summary>Words of the review, as evidence.</summary>
    public string? Quote { get; set; }

    /// <summary>Words around a selection, filled in by the reader's script.</summary>
    public string? Before { get; set; }

    public string? After { get; set; }

    /// <summary>Words of the plan that were missed.</summary>
    public string? Added { get; set; }

    /// <summary>Parts of a split, one a line.</summary>
    public string? Parts { get; set; }

    public string[]? Merged { get; set; }

    public string? Given { get; set; }

    public string? Reason { get; set; }

    public string? Version { get; set; }

    private DecisionKind Kind =>
        Codes.Parse<DecisionKind>(Decision)
        ?? (Status is not null ? DecisionKind.SetStatus
            : Confirm is not null ? DecisionKind.Confirm
            : Reject is not null ? DecisionKind.Reject
            : DecisionKind.Undo);

    /// <summary>Whether the commitment is done with, so that the next one can be taken in hand.</summary>
    internal bool IsLast => Kind is DecisionKind.SetStatus or DecisionKind.NotCommitment;

    internal Decide.Command For(string commitmentId) => new(
        commitmentId, Kind, Reason ?? "", Codes.Parse<CommitmentStatus>(Status), Passage(), Passages(), Kind == DecisionKind.Merge ? Merged : null,
        Kind == DecisionKind.Add ? Codes.Parse<Specificity>(Given) : null, Version: string.IsNullOrEmpty(Version) ? null : Version);

    private PassageChoice? Passage() => Kind switch
    {
        DecisionKind.Confirm => Candidate(Confirm),
        DecisionKind.Reject => Candidate(Reject),
        DecisionKind.Evidence when !string.IsNullOrWhiteSpace(Quote) => new PassageChoice(null, Quote, Before ?? "", After ?? ""),
        _ => null,
    };

    private List<PassageChoice> Passages() => Kind switch
    {
        DecisionKind.Add when !string.IsNullOrWhiteSpace(Added) => [new PassageChoice(null, Added)],
        DecisionKind.Split => [.. Lines(Parts).Select(words => new PassageChoice(null, words))],
        _ => [],
    };

    /// <summary>What is no number names no candidate: the best one is meant only where none is named.</summary>
    private static PassageChoice? Candidate(string? place) => string.IsNullOrEmpty(place)
        ? null
        : new PassageChoice(null, Candidate: int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1);

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
