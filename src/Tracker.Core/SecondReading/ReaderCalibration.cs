using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Training;

namespace Tracker.Core.SecondReading;

/// <summary>
/// 校准: how much the machine's word and the second reader's are worth, learned from commitments whose status is known. Each rater is
/// described by how often it says what of which true status; both together are weighed by Bayes' rule, and how far that can be trusted is fitted on top,
/// since two raters stumble over the same hard cases.
/// </summary>
public sealed class ReaderCalibration
{
    /// <summary>With fewer known cases nothing is claimed: twenty a status on average.</summary>
    public const int FewestCases = 80;

    /// <summary>With fewer cases of either kind whether the machine is right cannot be told apart.</summary>
    private const int FewestOfEither = 10;

    /// <summary>Imagined cases a status, spread as the rater's answers are overall: a status hardly ever seen says little.</summary>
    private const double Smoothing = 4;

    private const double Penalty = 1;

    private static readonly CommitmentStatus[] Statuses = Enum.GetValues<CommitmentStatus>();
    private static readonly double[] Bands = [0.5, AuditSureness.Sure];

    private readonly double[] prior;
    private readonly double[,] machine;
    private readonly double[,] reader;
    private readonly LinearModel right;

    private ReaderCalibration(IReadOnlyList<RatedCase> cases)
    {
        Cases = cases.Count;
        prior = [.. Statuses.Select(status => (cases.Count(item => item.Truth == status) + 1.0) / (cases.Count + Statuses.Length))];
        machine = Table(cases, item => MachineSaid(item.Machine, item.Confidence), Statuses.Length * (Bands.Length + 1));
        reader = Table(cases, item => (int)item.Reader, Statuses.Length);
        right = LogisticFit.Fit(
            ["odds", "same"], [.. cases.Select(item => Inputs(Chances(item.Machine, item.Confidence, item.Reader), item.Machine, item.Reader))],
            [.. cases.Select(item => item.Machine == item.Truth)], [.. cases.Select(_ => 1.0)], Penalty);
    }

    /// <summary>How many known cases it rests on.</summary>
    public int Cases { get; }

    /// <returns>Null where the cases are too few to learn from.</returns>
    public static ReaderCalibration? Fit(IReadOnlyList<RatedCase> cases)
    {
        var rightly = cases.Count(item => item.Machine == item.Truth);
        return cases.Count < FewestCases || Math.Min(rightly, cases.Count - rightly) < FewestOfEither ? null : new ReaderCalibration(cases);
    }

    /// <summary>What both together speak for.</summary>
    public JointVerdict Join(CommitmentStatus machineStatus, double confidence, CommitmentStatus readerStatus)
    {
        var chances = Chances(machineStatus, confidence, readerStatus);
        var best = Statuses.MaxBy(status => chances[(int)status]);
        return new JointVerdict(best, right.Probability(Inputs(chances, machineStatus, readerStatus)), chances[(int)best], 1 - chances[(int)CommitmentStatus.None]);
    }

    private static double[,] Table(IReadOnlyList<RatedCase> cases, Func<RatedCase, int> said, int answers)
    {
        var (counts, overall) = (new double[Statuses.Length, answers], new double[answers]);
        foreach (var item in cases)
        {
            counts[(int)item.Truth, said(item)]++;
            overall[said(item)]++;
        }

        for (var truth = 0; truth < Statuses.Length; truth++)
        {
            var total = Enumerable.Range(0, answers).Sum(answer => counts[truth, answer]);
            for (var answer = 0; answer < answers; answer++)
                counts[truth, answer] = (counts[truth, answer] + (Smoothing * (overall[answer] + 1) / (cases.Count + answers))) / (total + Smoothing);
        }

        return counts;
    }

    private static int MachineSaid(CommitmentStatus status, double confidence) => ((int)status * (Bands.Length + 1)) + Bands.Count(bound => confidence >= bound);

    private static double[] Inputs(double[] chances, CommitmentStatus machineStatus, CommitmentStatus readerStatus)
    {
        var own = Math.Clamp(chances[(int)machineStatus], 1e-6, 1 - 1e-6);
        return [Math.Log(own / (1 - own)), machineStatus == readerStatus ? 1 : 0];
    }

    private double[] Chances(CommitmentStatus machineStatus, double confidence, CommitmentStatus readerStatus)
    {
        double[] chances = [.. Statuses.Select(truth => prior[(int)truth] * machine[(int)truth, MachineSaid(machineStatus, confidence)] * reader[(int)truth, (int)readerStatus])];
        var sum = chances.Sum();
        return [.. chances.Select(chance => chance / sum)];
    }
}
