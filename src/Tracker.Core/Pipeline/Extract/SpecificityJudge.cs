using System.Text.RegularExpressions;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Extract.Clauses;
using Tracker.Core.Pipeline.Extract.Rules;

namespace Tracker.Core.Pipeline.Extract;

/// <summary>具体程度: named (a title or a number), specific (an action on a concrete object) or general.</summary>
internal static partial class SpecificityJudge
{
    public static Specificity Judge(Finding finding, IReadOnlyList<Quantity> targets)
    {
        if (targets.Count > 0 || finding.Rule == QuotedTopics.Rule || Name().IsMatch(finding.Text)) return Specificity.Named;
        var head = ClauseHead.Of(finding.Text);
        if (head.Strength >= 3 || Instrument().IsMatch(finding.Text)) return Specificity.Specific;
        return Specificity.General;
    }

    [GeneratedRegex("“|《|专项行动|行动计划|[^、，]{3,}(行动|工程|计划)$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex("制度|机制|平台|体系|办法|标准|清单|名录|基金|试点|补贴|补助|培训|监管|执法|审批|价格|收费|税|贷款|债券|改造|公路|铁路|机场|园区|基地|中心|学校|医院|养老|托育|队伍|企业|项目|调研|协商|监督|视察|提案", RegexOptions.NonBacktracking)]
    private static partial Regex Instrument();
}
