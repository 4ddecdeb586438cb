using System.Globalization;
using Tracker.Core.Intake;
using Tracker.Core.Pipeline;
using Tracker.Core.Tests.Extract;

namespace Tracker.Core.Tests.Intake;

/// <summary>What is sure must be right: held against reports whose body and year are known, in the folder that TRACKER_SHARED names.</summary>
public class SureGuessSpecs(Xunit.Abstractions.ITestOutputHelper output)
{
    private const double MostWrong = 0.05;

    [NeedsLabelledReports]
    public void A_sure_guess_is_hardly_ever_wrong()
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("TRACKER_SHARED")!, "corpora");
        var (all, sure, wrong) = (0, 0, 0);
        foreach (var row in File.ReadLines(Path.Combine(folder, "MANIFEST.tsv")).Skip(1).Select(line => line.Split('\t')).Where(row => !row[0].Contains('/', StringComparison.Ordinal)))
        {
            all++;
            var guess = ReportGuess.Of(ReportPipeline.Extract(File.ReadAllText(Path.Combine(folder, row[0]))), row[0]);
            if (!guess.IsSure) continue;
            sure++;
            if (IsRight(guess, row[1], int.Parse(row[4], CultureInfo.InvariantCulture))) continue;
            wrong++;
            output.WriteLine($"{row[0]}: {row[1]} {row[4]}, guessed {guess.Body} {guess.ReviewYear}/{guess.PlanYear}");
        }

        output.WriteLine($"{all} reports, {sure} sure, {wrong} of them wrong");
        sure.ShouldBeGreaterThan(100);
        ((double)wrong / sure).ShouldBeLessThan(MostWrong);
    }

    /// <summary>The list names regions by their short names: 广西人民政府 is 广西壮族自治区人民政府.</summary>
    private static bool IsRight(ReportGuess guess, string body, int year) =>
        guess.Body[..2] == body[..2] && (guess.PlanYear ?? year) == year && (guess.ReviewYear ?? (year - 1)) == year - 1;
}
