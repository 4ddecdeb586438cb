using Tracker.Core.Domain;
using Tracker.Core.SecondReading;
using Tracker.Core.Training;

namespace Tracker.Core.Tests.SecondReading;

/// <summary>What a second reader's word is worth is learned, never assumed.</summary>
public class ReaderCalibrationSpecs
{
    private static readonly CommitmentStatus[] Levels = [CommitmentStatus.None, CommitmentStatus.Partial, CommitmentStatus.Fulfilled];

    [Fact]
    public void With_too_few_known_cases_nothing_is_claimed()
    {
        ReaderCalibration.Fit(Cases(ReaderCalibration.FewestCases - 1, 0.7, 0.9)).ShouldBeNull();
        ReaderCalibration.Fit([.. Cases(400, 1, 0.9)]).ShouldBeNull("a machine that is always right teaches nothing of when it is wrong");
        ReaderCalibration.Fit(Cases(400, 0.7, 0.9))!.Cases.ShouldBe(400);
    }

    [Fact]
    public void A_good_reader_that_agrees_makes_sure_and_one_that_differs_makes_doubtful()
    {
        var calibration = ReaderCalibration.Fit(Cases(600, 0.65, 0.9))!;
        calibration.Join(CommitmentStatus.Partial, 0.6, CommitmentStatus.Partial).MachineRight.ShouldBeGreaterThan(0.85);
        var differs = calibration.Join(CommitmentStatus.Partial, 0.6, CommitmentStatus.None);
        differs.MachineRight.ShouldBeLessThan(0.35);
        differs.Status.ShouldBe(CommitmentStatus.None);
    }

    [Fact]
    public void A_reader_that_guesses_changes_next_to_nothing()
    {
        var calibration = ReaderCalibration.Fit(Cases(900, 0.7, 1 / 3.0))!;
        foreach (var own in Levels)
            foreach (var said in Levels)
            {
                var joint = calibration.Join(own, 0.6, said);
                joint.Status.ShouldBe(own);
                joint.MachineRight.ShouldBeInRange(0.55, 0.85);
            }
    }

    [Fact]
    public void The_stated_probability_is_what_is_seen_on_cases_that_were_not_learned_from()
    {
        // So many that chance alone moves a share by less than what is allowed here.
        var calibration = ReaderCalibration.Fit(Cases(6000, 0.65, 0.8))!;
        var others = Cases(3000, 0.65, 0.8, seed: 99);
        foreach (var same in (bool[])[true, false])
        {
            var group = others.Where(item => item.Machine == item.Reader == same).ToList();
            var stated = group.Average(item => calibration.Join(item.Machine, item.Confidence, item.Reader).MachineRight);
            stated.ShouldBe(group.Average(item => item.Machine == item.Truth ? 1.0 : 0), 0.03);
        }
    }

    [Fact]
    public void The_same_cases_give_the_same_numbers()
    {
        var (one, two) = (ReaderCalibration.Fit(Cases(300, 0.7, 0.8))!, ReaderCalibration.Fit(Cases(300, 0.7, 0.8))!);
        one.Join(CommitmentStatus.None, 0.8, CommitmentStatus.Partial).ShouldBe(two.Join(CommitmentStatus.None, 0.8, CommitmentStatus.Partial));
    }

    /// <summary>Two raters, each right as often as said, erring apart from each other.</summary>
    private static List<RatedCase> Cases(int count, double machine, double reader, ulong seed = 7)
    {
        var draw = new FixedSequence(seed);
        for (var k = 0; k < 20; k++) draw.Next();
        CommitmentStatus Says(CommitmentStatus truth, double right) =>
            draw.Next() < right ? truth : Levels.Where(level => level != truth).ElementAt(draw.Below(2));
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var truth = Levels[draw.Below(3)];
            return new RatedCase("某市政协", Says(truth, machine), 0.6, Says(truth, reader), truth);
        })];
    }
}
