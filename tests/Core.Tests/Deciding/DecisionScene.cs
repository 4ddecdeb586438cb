using Tracker.Core.Deciding;
using Tracker.Core.Domain;

namespace Tracker.Core.Tests.Deciding;

/// <summary>A plan, a review, and a person who decides. A commitment's id is its words, so that a test reads itself.</summary>
internal sealed class DecisionScene(string plan, string review)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private readonly List<(Decision Decision, string CommitmentId)> _record = [];

    public string Plan { get; set; } = plan;

    public string Review { get; set; } = review;

    public DecisionScene Decide(DecisionKind kind, string commitment, string? passage = null, string[]? parts = null, string? undoes = null)
    {
        var (planText, reviewText) = (AnchorText.Of(Plan, []), AnchorText.Of(Review, []));
        var number = _record.Count + 1;
        _record.Add((new Decision(
            $"d{number}", kind, "auditor", Start.AddMinutes(number), planText.Anchor(SpanOf(Plan, commitment)),
            passage is null ? null : reviewText.Anchor(SpanOf(Review, passage)), kind == DecisionKind.SetStatus ? CommitmentStatus.Partial : null,
            [.. (parts ?? []).Select(part => planText.Anchor(SpanOf(Plan, part)))], undoes, ""), commitment));
        return this;
    }

    /// <summary>Places all decisions where the method now finds these commitments.</summary>
    public Outcome Place(params string[] commitments) => new(PairDecisions.Of(_record, new PairPlaces(
        "pair", AnchorText.Of(Plan, []), AnchorText.Of(Review, []), [.. commitments.Select(words => new PlacedCommitment(words, SpanOf(Plan, words)))])));

    private static TextSpan SpanOf(string text, string words)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, words);
        return new TextSpan(start, start + words.Length);
    }

    internal sealed record Outcome(PairDecisions View)
    {
        public PlacedDecision Single => View.Placed.Single();

        public IReadOnlyList<PlacedDecision> Placed => View.Placed;

        public IReadOnlyList<MadeCommitment> Made => View.Made;

        public IReadOnlyDictionary<string, Absorption> Absorbed => View.Absorbed;

        public IReadOnlySet<string> InForce => View.InForce;

        public ILookup<string, PlacedDecision> ByCommitment() => View.ByCommitment();
    }
}
