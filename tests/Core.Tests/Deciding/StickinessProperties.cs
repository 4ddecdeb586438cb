using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Normalise;
using Tracker.Core.Tests.Conventions;

namespace Tracker.Core.Tests.Deciding;

/// <summary>
/// A thousand rounds: random decisions on a real plan and review, then random edits of both texts and another method that cuts
/// differently and finds other commitments. No decision is lost, none attaches to another sentence, each fate is what it is defined to be.
/// </summary>
public class StickinessProperties
{
    private const int Rounds = 1000;

    [Fact]
    public void No_decision_is_lost_and_none_attaches_to_another_sentence()
    {
        var random = new Random(20261121);
        var (plan, review) = (NumberedText.Of(Excerpt("taiyuan-cppcc_2025")), NumberedText.Of(Excerpt("taiyuan-cppcc_2026")));
        var fates = new Dictionary<AnchorFate, int>();
        var attached = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var before = new Pair(plan, review, Cut(plan, random, lossy: false));
            var record = Decide(before, random);
            var after = Change(before, random);
            var view = PairDecisions.Of(record, after.Places);

            view.Placed.Select(item => item.Decision.Id).ShouldBe(record.Select(item => item.Decision.Id), "no decision is lost, and none is invented");
            foreach (var placed in view.Placed)
            {
                fates[placed.Fate] = fates.GetValueOrDefault(placed.Fate) + 1;
                Check(placed, record.Single(item => item.Decision.Id == placed.Decision.Id), before, after, view, $"round {round}");
                if (placed.CommitmentId is not null) attached++;
            }
        }

        // The test would say nothing if everything were orphaned, or nothing ever changed.
        foreach (var fate in Enum.GetValues<AnchorFate>()) fates.GetValueOrDefault(fate).ShouldBeGreaterThan(Rounds / 20, $"{fate}");
        attached.ShouldBeGreaterThan(Rounds);
    }

    private static void Check(
        PlacedDecision placed, (Decision Decision, string CommitmentId) made, Pair before, Pair after, PairDecisions view, string round)
    {
        if (placed.CommitmentId is { } id)
        {
            var span = after.Places.Commitments.Concat(view.Made.Select(item => item.Commitment)).Single(item => item.Id == id).Span;
            after.Plan.SentenceOf(span).ShouldBe(before.Plan.SentenceOf(before.SpanOf(made.CommitmentId)), round);
        }

        if (placed.Passage is { } passage)
            after.Review.SentenceOf(passage).ShouldBe(before.Review.SentenceOf(before.Passages[made.Decision.Id]), round);

        switch (placed.Fate)
        {
            case AnchorFate.Kept or AnchorFate.Reanchored when placed.Decision.Kind != DecisionKind.NotCommitment:
                placed.CommitmentId.ShouldNotBeNull(round);
                Spelled(placed.Subject!.Value.Of(after.Plan.Text)).ShouldBe(made.Decision.Subject.Quote, $"{round}: only unchanged words are placed without asking");
                if (made.Decision.Passage is { } old) Spelled(placed.Passage!.Value.Of(after.Review.Text)).ShouldBe(old.Quote.Replace("\n", "", StringComparison.Ordinal), round);
                break;
            case AnchorFate.Stale:
                placed.CommitmentId.ShouldNotBeNull(round);
                placed.Reason.ShouldNotBeEmpty();
                break;
            case AnchorFate.Orphaned:
                view.ByCommitment().SelectMany(group => group).Where(item => item.Decision.Id == placed.Decision.Id)
                    .ShouldAllBe(item => item.InReview, $"{round}: an orphan without commitment is in force for none");
                placed.Reason.ShouldNotBeEmpty();
                break;
        }
    }

    private static List<(Decision Decision, string CommitmentId)> Decide(Pair pair, Random random)
    {
        var record = new List<(Decision Decision, string CommitmentId)>();
        var (plan, review) = (pair.Places.Plan!, pair.Places.Review!);
        for (var count = random.Next(2, 5); count > 0; count--)
        {
            var commitment = pair.Places.Commitments[random.Next(pair.Places.Commitments.Count)];
            DecisionKind[] kinds = [DecisionKind.SetStatus, DecisionKind.Confirm, DecisionKind.Reject, DecisionKind.NotCommitment];
            var kind = kinds[random.Next(kinds.Length)];
            var id = $"d{record.Count}";
            TextAnchor? passage = null;
            if (kind is DecisionKind.Confirm or DecisionKind.Reject)
            {
                var span = pair.Review.RandomSpan(random);
                pair.Passages[id] = span;
                passage = review.Anchor(span);
            }

            record.Add((new Decision(
                id, kind, "auditor", DateTimeOffset.UnixEpoch.AddMinutes(record.Count), plan.Anchor(commitment.Span), passage,
                kind == DecisionKind.SetStatus ? CommitmentStatus.None : null, [], null, ""), commitment.Id));
        }

        return record;
    }

    private static Pair Change(Pair pair, Random random)
    {
        var (plan, review) = (pair.Plan, pair.Review);
        for (var edits = random.Next(0, 5); edits > 0; edits--) plan = plan.Edit(random);
        for (var edits = random.Next(0, 5); edits > 0; edits--) review = review.Edit(random);
        return new Pair(plan, review, Cut(plan, random, lossy: random.Next(2) == 0));
    }

    /// <summary>A method: it takes each clause of a sentence for a commitment; a lossy one overlooks some and joins others.</summary>
    private static List<PlacedCommitment> Cut(NumberedText text, Random random, bool lossy)
    {
        var found = new List<PlacedCommitment>();
        foreach (var (start, words) in text.Sentences())
        {
            var stops = Enumerable.Range(0, words.Length).Where(i => words[i] is '，' or '。').ToList();
            var from = 0;
            foreach (var stop in stops)
            {
                if (lossy && random.Next(4) == 0 && words[stop] == '，') continue;
                if (stop - from >= 6 && !(lossy && random.Next(5) == 0)) found.Add(new PlacedCommitment($"c{found.Count}-{stop}", new TextSpan(start + from, start + stop)));
                from = stop + 1;
            }
        }

        return found;
    }

    private static string[] Excerpt(string report) =>
    [
        .. Normaliser.Normalise(Repository.Seed(report)).Lines.SelectMany(line => line.Text.Split('。', StringSplitOptions.RemoveEmptyEntries))
            .Where(text => text.Length >= 16).Distinct(StringComparer.Ordinal).Skip(20).Take(25),
    ];

    private static string Spelled(string text) => string.Concat(Normaliser.Normalise(text).Lines.Select(line => line.Text));

    private sealed record Pair(NumberedText Plan, NumberedText Review, List<PlacedCommitment> Commitments)
    {
        public PairPlaces Places { get; } = new("pair", AnchorText.Of(Plan.Text, []), AnchorText.Of(Review.Text, []), Commitments);

        public Dictionary<string, TextSpan> Passages { get; } = new(StringComparer.Ordinal);

        public TextSpan SpanOf(string id) => Commitments.Single(item => item.Id == id).Span;
    }
}
