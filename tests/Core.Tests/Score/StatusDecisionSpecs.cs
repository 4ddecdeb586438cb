using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Score;

namespace Tracker.Core.Tests.Score;

public class StatusDecisionSpecs
{
    [Theory]
    [InlineData(0.49, 0.99, CommitmentStatus.None)]
    [InlineData(0.5, 0.54, CommitmentStatus.Partial)]
    [InlineData(0.5, 0.55, CommitmentStatus.Fulfilled)]
    public void A_part_is_called_the_whole_only_at_better_than_even_odds(double reported, double whole, CommitmentStatus status) =>
        StatusDecision.Of(reported, whole).ShouldBe(status);
}
