using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Sections;

namespace Tracker.Core.Pipeline.Extract;

/// <summary>What is odd about a report once its commitments and claims are known.</summary>
internal static class ExtractionIssues
{
    private const int ShortestDensePlan = 1500;
    private const double FewestPerThousand = 8;

    public static IEnumerable<Issue> Of(SectionedText text, IReadOnlyList<Commitment> commitments, IReadOnlyList<Claim> claims)
    {
        var plan = text.Lines.Where(line => line.Kind == SectionKind.Plan).ToList();
        if (commitments.Count > 0 && PlannedPart.IsOfFiveYears(text))
            yield return new Issue("commitments-of-five-years", IssueSeverity.Info, commitments[0].Span, "报告没有单独的年度任务部署，承诺事项取自五年规划部分。");
        var review = text.Lines.Where(line => line.Kind == SectionKind.Review).ToList();
        if (review.Count == 0 && claims.Count > 0)
            yield return new Issue("claims-of-five-years", IssueSeverity.Info, claims[0].Span, "报告没有单独的上一年工作回顾，举措取自几年工作的回顾。");
        if (plan.Count > 0 && commitments.Count == 0)
            yield return new Issue("plan-without-commitment", IssueSeverity.Warning, plan[0].Line.Span, "任务部署部分没有找到承诺事项，请核对章节划分。");
        if (review.Count > 0 && claims.Count == 0)
            yield return new Issue("review-without-claim", IssueSeverity.Warning, review[0].Line.Span, "工作回顾部分没有找到举措，请核对章节划分。");
        var length = plan.Sum(line => line.Line.Text.Length - line.HeadingLength);
        if (commitments.Count > 0 && length >= ShortestDensePlan && commitments.Count * 1000.0 / length < FewestPerThousand)
            yield return new Issue("few-commitments", IssueSeverity.Info, plan[0].Line.Span, "任务部署部分的承诺事项比同类报告少得多，可能有漏抽。");
    }
}
