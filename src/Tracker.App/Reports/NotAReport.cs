using Tracker.Core.Domain;

namespace Tracker.App.Reports;

/// <summary>Tells a work report from any other text.</summary>
public static class NotAReport
{
    /// <exception cref="UnusableInputException"><c>no-report</c>: neither a commitment nor a claim was found.</exception>
    public static ExtractedReport Refuse(ExtractedReport report, string file) => report.Commitments.Count + report.Claims.Count > 0
        ? report
        : throw new UnusableInputException(
            "no-report", $"{file}：没有找到工作回顾，也没有找到任务部署，请提交工作报告正文。");
}
