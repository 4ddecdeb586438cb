using Tracker.Core.Intake;

namespace Tracker.App.Reports;

/// <summary>What whoever hands a document in is told where it is not sure whose it is or of which years.</summary>
internal static class Unsure
{
    /// <summary>The code is <c>unknown-body</c> or <c>unknown-year</c> where nothing is known, else <c>unsure</c>.</summary>
    public static UnusableInputException About(ReportDetails details, string draftId, IReadOnlyList<SuccessionCheck.Objection> objections) =>
        details.Doubts.Count > 0 ? About(details, draftId) : Draft(objections[0].Doubt == Doubt.LosesPart ? "loses-part" : "unlike-existing", Words(details, objections[0]), draftId);

    public static UnusableInputException About(ReportDetails details, string? draftId)
    {
        var (code, why) = details.Doubts[0] switch
        {
            Doubt.NoBody => ("unknown-body", $"看不出是哪个机构的报告，请用--body注明机构，或在同一文件夹的{Manifest.FileName}或{BodyTable.FileName}里注明"),
            Doubt.NoYear => ("unknown-year", $"看不出回顾或部署的是哪一年，请用--plan-year或--review-year注明，或在同一文件夹的{Manifest.FileName}里注明"),
            Doubt.BodyNotInOpening => ("unsure", $"正文开头没有写明机构，推测是{details.Guess.Body}，请用--body注明"),
            Doubt.FileNamesAnotherBody => ("unsure", $"正文写的是{details.Guess.Body}，文件名写的是另一个机构，请用--body注明"),
            Doubt.YearOnlyInText => ("unsure", $"标题和日期都没有写明年份，推测回顾的是{Year(details)}年，请用--plan-year或--review-year注明"),
            Doubt.DateAgainstHeadings => ("unsure", $"报告日期与标题里的年份（回顾{Year(details)}年）对不上，请用--plan-year或--review-year注明"),
            Doubt.FileNamesAnotherYear => ("unsure", $"正文回顾的是{Year(details)}年，文件名写的是别的年份，请用--plan-year或--review-year注明"),
            var other => throw new InvalidOperationException($"Unknown doubt {other}."),
        };
        return Draft(code, $"{details.FileName}：{why}", draftId);
    }

    private static string Words(ReportDetails details, SuccessionCheck.Objection objection)
    {
        var (standing, kept) = (objection.Standing, objection.Succession.Kept.ToString("P0", System.Globalization.CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal));
        var there = $"同一机构、同一年度的报告{standing.FileName}（编号{standing.Id}）";
        return objection.Doubt == Doubt.LosesPart
            ? $"{details.FileName}：已有{there}里的{(objection.Succession.LosesReview ? "工作回顾" : "任务部署")}在这份里没有，取代它会丢掉这一部分，所以没有取代；请把两部分合为一个文件再提交，确要取代请用--replace {standing.Id}"
            : $"{details.FileName}：已有{there}，这份只有它{kept}的文字，像是另一份文件，所以没有取代；请核对机构和年份，确要取代请用--replace {standing.Id}";
    }

    private static UnusableInputException Draft(string code, string why, string? draftId) =>
        new(code, $"{why}{(draftId is null ? "" : $"；已存为草稿，也可以在/reports/drafts/{draftId}确认")}。");

    private static string Year(ReportDetails details) => (details.ReviewYear ?? details.PlanYear - 1)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
