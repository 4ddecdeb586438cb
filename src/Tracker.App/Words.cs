using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data.Entities;

namespace Tracker.App;

/// <summary>The domain's words as the command line and exported tables print them.</summary>
public static class Words
{
    /// <param name="status">Null where the later report is awaited.</param>
    public static string Of(CommitmentStatus? status) => status switch
    {
        CommitmentStatus.Fulfilled => "已落实",
        CommitmentStatus.Partial => "部分落实",
        CommitmentStatus.None => "未见回应",
        CommitmentStatus.Contradicted => "明确未完成",
        null => "待下年报告",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    public static string Of(Specificity specificity) => specificity switch
    {
        Specificity.Named => "有名有数",
        Specificity.Specific => "具体",
        Specificity.General => "笼统",
        _ => throw new ArgumentOutOfRangeException(nameof(specificity), specificity, "Unknown specificity."),
    };

    public static string Of(PairState? state) => state switch
    {
        PairState.Scored => "已评估",
        PairState.Awaiting => "待下年报告",
        PairState.ReviewOnly => "仅有回顾",
        null => "已移除",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };

    public static string Of(CommitmentStanding standing) => standing switch
    {
        CommitmentStanding.Counted => "计入",
        CommitmentStanding.NotCommitment => "不是承诺",
        CommitmentStanding.Split => "已拆分",
        CommitmentStanding.Merged => "已合并",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "Unknown standing."),
    };

    public static string Of(DecisionKind kind) => kind switch
    {
        DecisionKind.SetStatus => "认定状态",
        DecisionKind.Confirm => "确认匹配",
        DecisionKind.Reject => "否定匹配",
        DecisionKind.Evidence => "另选佐证",
        DecisionKind.NotCommitment => "不是承诺",
        DecisionKind.Split => "拆分",
        DecisionKind.Merge => "合并",
        DecisionKind.Add => "补录",
        DecisionKind.Undo => "撤销",
        DecisionKind.Reaffirm => "重新确认",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of decision."),
    };

    /// <param name="name">Of a body, as read; empty where it cannot be told.</param>
    public static string OfBody(string name) => name.Length > 0 ? name : "未识别";

    public static string Of(SectionKind kind) => kind switch
    {
        SectionKind.Front => "篇首",
        SectionKind.Review => "工作回顾",
        SectionKind.Plan => "任务部署",
        SectionKind.Guideline => "总体要求",
        SectionKind.Lessons => "体会",
        SectionKind.Shortcomings => "差距和不足",
        SectionKind.Appeal => "结束语",
        SectionKind.FiveYearReview => "五年回顾",
        SectionKind.FiveYearPlan => "五年规划",
        SectionKind.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of section."),
    };
}
