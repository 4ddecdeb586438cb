using System.Globalization;
using System.Text;
using Tracker.App.Reports;
using Tracker.Data.Entities;
using Tracker.Web.Tests.App;

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
        $"""
        关于示例市政协常务委员会工作的报告

        一、2024年工作回顾
        一年来，召开专题协商会3次，办理提案120件。

        二、2025年主要任务
        围绕“养老服务体系建设”“汾河流域治理”开展专题协商。制定出台委员履职管理办法，举办委员培训班4期。建成委员之家{number + 2}个，组织开展“书香政协”读书活动。
        """,
        $"""
        关于示例市政协常务委员会工作的报告

        一、2025年工作回顾
        围绕养老服务体系建设召开专题协商会，形成建议案报送市委市政府。出台委员履职管理办法，举办委员培训班4期。建成委员之家{number + 1}个，开展读书活动30余场。

        二、2026年主要任务
        围绕“低空经济发展”开展专题协商。
        """));

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
