using System.Globalization;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Audit;

/// <summary>A decision as a page's form sends it: one field set for all kinds, of which each uses its own.</summary>
public sealed class DecisionForm
{
    public string? Decision { get; set; }

    public string? Status { get; set; }

    /// <summary>A candidate's place, from 0.</summary>
    public string? Candidate { get; set; }

    public string? Quote { get; set; }

    /// <summary>Words around a selection, filled in by the reader's script.</summary>
    public string? Before { get; set; }

    public string? After { get; set; }

    /// <summary>Parts of a split, one a line.</summary>
    public string? Parts { get; set; }

    public string[]? Merged { get; set; }

    public string? Given { get; set; }

    public string? Reason { get; set; }

    public string? Version { get; set; }

    internal Decide.Command For(string commitmentId)
    {
        var kind = Codes.Parse<DecisionKind>(Decision) ?? DecisionKind.Undo;
        var quoted = string.IsNullOrWhiteSpace(Quote) ? null : new PassageChoice(null, Quote, Before ?? "", After ?? "");
        var passage = int.TryParse(Candidate, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? new PassageChoice(null, Candidate: place) : quoted;
        var parts = (Parts ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(words => new PassageChoice(null, words)).ToList();
        return new Decide.Command(
            commitmentId, kind, Reason ?? "", Codes.Parse<CommitmentStatus>(Status), kind == DecisionKind.Add ? null : passage,
            kind == DecisionKind.Add ? (quoted is null ? null : [quoted]) : parts, Merged, Codes.Parse<Specificity>(Given), string.IsNullOrEmpty(Version) ? null : Version);
    }
}
