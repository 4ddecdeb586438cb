using System.Globalization;
using System.Text;
using Tracker.App.Reports;
using Tracker.Data.Entities;
using Tracker.Web.Tests.App;
using Tracker.Web.Tests.Decisions;

namespace Tracker.Web.Tests.Cluster;

/// <summary>Bodies with a plan and the review that answers it, as many as a test needs, no two alike.</summary>
internal static class ManyPairs
{
    /// <summary>What the first report reviews, what it plans and the second answers, and what the second plans.</summary>
    public const int OfABody = 3;

    private const int Headings = 40;

    /// <summary>Every third paragraph of the seed pair, beginning with another one for each body.</summary>
    public static SourceFile[] FromSeeds(int count) => Documents(count, number => (Third(Seeds.Text("taiyuan-cppcc_2025.txt"), number), Third(Seeds.Text("taiyuan-cppcc_2026.txt"), number)));

    /// <summary>A few sentences each: what costs time is the storing.</summary>
    public static SourceFile[] Small(int count) => Documents(count, number => (
        DecisionProgram.Plan.Replace("20个", string.Create(CultureInfo.InvariantCulture, $"{number + 2}个"), StringComparison.Ordinal),
        DecisionProgram.Review.Replace("22个", string.Create(CultureInfo.InvariantCulture, $"{number + 1}个"), StringComparison.Ordinal)));

    private static SourceFile[] Documents(int count, Func<int, (string Plan, string Review)> texts) =>
    [
        .. Enumerable.Range(0, count).SelectMany(number =>
        {
            var (plan, review) = texts(number);
            return new[] { Document(number, "plan", plan, 2025), Document(number, "review", review, 2026) };
        }),
    ];

    private static SourceFile Document(int number, string what, string text, int planYear)
    {
        var (id, file) = (string.Create(CultureInfo.InvariantCulture, $"body-{number:000}"), string.Create(CultureInfo.InvariantCulture, $"{what}-{number:000}.txt"));
        var facts = new ReportFacts(
            new Manifest.BodyEntry(id, $"示例市政协{number}", "cppcc", "示例市"),
            new Manifest.ReportEntry(file, id, DocumentKind.FullReport, PlanYear: planYear, ReviewYear: planYear - 1));
        return SourceFile.FromBytes(file, Encoding.UTF8.GetBytes($"{text}\n\n{number}\n"), facts);
    }

    private static string Third(string text, int offset) =>
        string.Join('\n', text.Split('\n').Where((line, index) => line.Length < Headings || (index + offset) % 3 == 0));
}
