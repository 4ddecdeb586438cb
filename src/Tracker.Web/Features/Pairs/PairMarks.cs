using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Web.Language;
using Tracker.Web.Reading;

namespace Tracker.Web.Features.Pairs;

/// <summary>The highlights of a pair's two texts: commitments in the plan, what answers them in the review.</summary>
/// <param name="Unplaced">How many quotations are not in their text where they should be; they are not highlighted.</param>
public sealed record PairMarks(IReadOnlyList<TextMark> Plan, IReadOnlyList<TextMark> Review, int Unplaced)
{
    /// <summary>What ties a commitment to its evidence on a page.</summary>
    public static string KeyOf(StoredCommitment commitment) => FormattableString.Invariant($"c{commitment.Position + 1}");

    /// <param name="address">Makes the address that looks at a commitment.</param>
    public static PairMarks For(ShowPair.Result result, Wording words, Func<StoredCommitment, string> address)
    {
        var (planText, reviewText) = (result.Pair.PlanReport?.Content.Text, result.Pair.ReviewReport?.Content.Text);
        var placed = result.Shown.Where(c => IsPlaced(planText, c.Span, c.Quote)).ToList();
        var evidence = result.Shown.SelectMany(commitment => commitment.Evidence, (commitment, found) => (commitment, found)).ToList();
        var placedEvidence = evidence.Where(e => IsPlaced(reviewText, e.found.Span, e.found.Quote)).ToList();
        return new PairMarks(
            [.. placed.Select(commitment => new TextMark(
                commitment.Span, KeyOf(commitment), [KeyOf(commitment)], Css(commitment, result.Selected), Label(words, commitment), address(commitment)))],
            [.. placedEvidence.GroupBy(e => e.found.Span).Select((group, index) => EvidenceMark([.. group], index, result.Selected, words, address))],
            result.Shown.Count - placed.Count + evidence.Count - placedEvidence.Count);
    }

    private static TextMark EvidenceMark(
        IReadOnlyList<(StoredCommitment Commitment, Evidence Found)> uses, int index, StoredCommitment? selected, Wording words,
        Func<StoredCommitment, string> address)
    {
        // Where the reader looks at one of the commitments that share these words, the mark is that one's.
        var (owner, found) = uses.FirstOrDefault(use => use.Commitment.Id == selected?.Id, uses.MaxBy(use => use.Found.Score));
        var relation = found.Relation == EvidenceRelation.Related ? " is-related" : "";
        return new TextMark(
            found.Span, FormattableString.Invariant($"e{index + 1}"), [.. uses.Select(use => KeyOf(use.Commitment)).Distinct(StringComparer.Ordinal)],
            Css(owner, selected) + relation, words["pair.evidenceFor", string.Join(words["text.comma"], uses.Select(use => use.Commitment.Topic))], address(owner));
    }

    private static string Css(StoredCommitment commitment, StoredCommitment? selected) =>
        $"is-{StatusCode(commitment)}{(commitment.Id == selected?.Id ? " is-selected" : "")}";

    private static string Label(Wording words, StoredCommitment commitment) =>
        words["pair.commitmentLabel", words["status." + StatusCode(commitment)], commitment.Topic];

    private static string StatusCode(StoredCommitment commitment) => commitment.Status is { } status ? Codes.Of(status) : "awaiting";

    private static bool IsPlaced(string? source, TextSpan span, string quote) =>
        source is not null && span.End <= source.Length && span.Length > 0 && string.CompareOrdinal(source, span.Start, quote, 0, Math.Max(span.Length, quote.Length)) == 0;
}
