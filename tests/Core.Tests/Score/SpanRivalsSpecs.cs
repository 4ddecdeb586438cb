using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Pipeline.Score;

namespace Tracker.Core.Tests.Score;

/// <summary>A span that answers another commitment better speaks less for this one.</summary>
public class SpanRivalsSpecs
{
    private static readonly SpanRivals Rivals = new([[At(0, 0.9), At(9, 0.2)], [At(0, 0.5)], [At(20, 0.5)], []]);

    [Fact]
    public void A_commitment_that_the_span_answers_best_is_ahead_of_the_next_one() => Rivals.Lead(0).ShouldBe(-Math.Log(9), 1e-9);

    [Fact]
    public void A_commitment_whose_best_span_answers_another_better_is_behind_it() => Rivals.Lead(1).ShouldBe(Math.Log(9), 1e-9);

    [Fact]
    public void A_span_that_is_nobody_elses_is_far_ahead() => Rivals.Lead(2).ShouldBeLessThan(-5);

    [Fact]
    public void A_commitment_without_candidates_has_no_rival() => Rivals.Lead(3).ShouldBe(0);

    [Fact]
    public void The_commitment_that_a_span_answers_best_is_known() => Rivals.BestAnswered(new TextSpan(0, 4)).ShouldBe(0);

    private static Candidate At(int start, double score) => new(new TextSpan(start, start + 4), "", "", score, []);
}
