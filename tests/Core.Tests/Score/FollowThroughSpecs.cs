using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Score;

namespace Tracker.Core.Tests.Score;

public class FollowThroughSpecs
{
    [Fact]
    public void Named_specific_and_general_are_summed_up_apart()
    {
        var summary = FollowThroughSummary.Of(
        [
            Verdict(Specificity.Named, CommitmentStatus.None), Verdict(Specificity.Named, CommitmentStatus.Fulfilled),
            Verdict(Specificity.General, CommitmentStatus.Partial), Verdict(Specificity.General, CommitmentStatus.Contradicted),
        ]);
        summary.Commitments.ShouldBe(4);
        summary.Evidenced.ShouldBe(0.75);
        summary.Mean.ShouldBe(1.5 / 4);
        summary.BySpecificity[Specificity.Named].Mean.ShouldBe(0.5);
        summary.BySpecificity[Specificity.General].Mean.ShouldBe(0.25);
        summary.BySpecificity[Specificity.Specific].Mean.ShouldBeNull("there is none");
        summary.ByStatus[CommitmentStatus.Contradicted].ShouldBe(1);
    }

    [Theory]
    [InlineData(0.5, 10, 0.237, 0.763)]
    [InlineData(1, 10, 0.722, 1)]
    [InlineData(0, 4, 0, 0.490)]
    public void Few_commitments_make_a_wide_interval(double mean, int count, double low, double high)
    {
        var interval = FollowThroughSummary.Wilson(mean, count);
        interval.Low.ShouldBe(low, 0.001);
        interval.High.ShouldBe(high, 0.001);
    }

    private static Verdict Verdict(Specificity specificity, CommitmentStatus status) => new(
        Reports.Plan("加强养老服务。").Commitments[0] with { Specificity = specificity }, status, 0.5, 0.5, 0.5, [], [], [], []);
}
