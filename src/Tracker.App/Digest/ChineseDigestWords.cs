using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data.Entities;

namespace Tracker.App.Digest;

internal sealed record ChineseDigestWords : DigestWords
{
    public override string Tag => "zh-CN";

    public override string Sender => "落实追踪";

    public override string Weekly => "周报";

    public override string Monthly => "月报";

    public override string MattersMost => "最要紧的几件";

    public override string NewReports => "新报告答复了什么";

    public override string Flips => "改判";

    public override string Silent => "新近未见回应";

    public override string SilenceMeans => "“未见回应”是说下一年的报告没有提到，不等于没有做。";

    public override string NewPlans => "新的承诺";

    public override string Decisions => "人工认定";

    public override string ForAuditors => "等待审核员";

    public override string ThisWeek => "接下来一周";

    public override string EvidenceLabel => "报告原文";

    public override string ReasonLabel => "理由";

    public override string YouAskedFor => "您订阅了";

    public override string EndThisOne => "退订这一项";

    public override string EndAllOfThese => "退订以上全部";

    public override string Manage => "管理我的订阅";

    public override string CutShort => "篇幅有限，其余变化请到网站上看。";

    public override string OnTheSite => "在网站上查看全部";

    public override string Trial => "试发成功：落实追踪的周报会发到这个群。没有变化的一周不发。";

    public override string FeedTitle => "落实追踪：每周变化";

    public override string WhySent => "您收到这封邮件，是因为您订阅了下列内容。没有变化的一周不发邮件。";

    public override string Gone => "新文本中不再有这项承诺";

    public override string Awaited => "待下年报告";

    public override string Separator => "，";

    public override string Stop => "。";

    public override string Stale => "原先的认定需要重新确认";

    public override string Dates(DigestPeriod period) =>
        Invariant($"{period.FirstDay.Year} 年 {period.FirstDay.Month} 月 {period.FirstDay.Day} 日至 {period.LastDay.Month} 月 {period.LastDay.Day} 日");

    public override string BodyYear(PairFacts pair) => Invariant($"{pair.BodyName} {pair.Year} 年");

    public override string Status(CommitmentStatus status) => Words.Of(status);

    public override string Specificity(Specificity specificity) => $"{Words.Of(specificity)}的承诺";

    protected override Signature.StandIns StandIns => new(Signature.Unnamed, Signature.ByCommand, Signature.BySchedule);

    public override string Cause(DigestCause cause, string signedAs) => cause switch
    {
        DigestCause.NewText => "原因：报告文本有更新",
        DigestCause.NewMethod => "原因：方法更新，文本没有变",
        DigestCause.Person => signedAs.Length > 0 ? $"由{signedAs}人工认定" : "人工认定",
        _ => "",
    };

    public override string Certainty(double certainty) => $"把握 {Percent(certainty)}";

    public override string Decision(DecisionKind kind) => Words.Of(kind);

    public override string Moved(string from, string to) => $"由“{from}”改为“{to}”";

    public override string FirstVerdict(string to) => $"报告到来后判为“{to}”";

    public override string Disputed(string first, string second) => $"两位审核员看法不同：“{first}”与“{second}”";

    public override string Answered(int answered, int all, bool isAll) =>
        isAll ? Invariant($"{all} 项承诺中，报告答复了 {answered} 项") : Invariant($"您关注的 {all} 项承诺中，报告答复了 {answered} 项");

    public override string AnsweredShort(int year, int answered, int all) => Invariant($"{year} 年报告已答复 {all} 项中的 {answered} 项");

    public override string FlippedShort(int count) => Invariant($"{count} 项承诺改判");

    public override string SilentShort(int count) => Invariant($"{count} 项未见回应");

    public override string PromisedShort(int year, int count) => Invariant($"{year} 年新承诺 {count} 项");

    public override string DecidedShort(int count) => Invariant($"人工认定 {count} 项");

    public override string ToAffirmShort(int count) => Invariant($"{count} 项等待审核员");

    public override string OtherNewsShort(int count) => Invariant($"{count} 项承诺有变化");

    public override string Promised(int count) => Invariant($"{count} 项新承诺，待下年报告");

    public override string Several(string body, int bodies) => Invariant($"{body}等 {bodies} 个机构");

    public override string More(int count) => Invariant($"另有 {count} 项，请在网站上查看");

    public override string Expected(DateOnly around) => Invariant($"去年同期宣读报告，预计 {around.Month} 月 {around.Day} 日前后有新报告");

    public override string Pending(int results) => Invariant($"{results} 份新结果等待发布");

    public override string Rule(DigestRule rule, string name) => rule.Scope switch
    {
        SubscriptionScope.Everything => "全部变化",
        SubscriptionScope.Body => name,
        SubscriptionScope.Region => $"{name}的机构",
        SubscriptionScope.Topic => $"含“{name}”的承诺",
        SubscriptionScope.Commitment => $"承诺“{name}”",
        SubscriptionScope.Status => $"“{name}”的承诺",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Scope, "Unknown scope."),
    };}
