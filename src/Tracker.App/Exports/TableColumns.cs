using System.Globalization;
using Tracker.App.Contract;

namespace Tracker.App.Exports;

/// <summary>The columns of an exported table: the same in every format.</summary>
internal static class TableColumns
{
    /// <summary>Heading, and the cell: text, a number, or null for an empty one.</summary>
    public static readonly IReadOnlyList<(string Heading, Func<ExportCommitments.Row, object?> Cell)> All =
    [
        ("编号", row => row.Id),
        ("机构", row => row.Body),
        ("年份", row => row.Year),
        ("章节", row => string.Join(" / ", row.Section)),
        ("承诺事项", row => OneLine(row.Quote)),
        ("主题", row => row.Topic),
        ("具体程度", row => Words.Of(row.Specificity)),
        ("落实状态", row => Words.Of(row.Status)),
        ("机器判断", row => Words.Of(row.MachineStatus)),
        ("有回应的概率", row => Rounded(row.Evidenced)),
        ("得分", row => Rounded(row.Score)),
        ("把握", row => Rounded(row.Confidence)),
        ("目标", row => string.Join("；", row.Targets.Select(target => OneLine(target.Text)))),
        ("佐证", row => string.Join("；", row.Evidence.Select(evidence => OneLine(evidence.Quote)))),
        ("理由", row => string.Join("；", row.Reasons)),
        ("方法版本", row => row.MethodVersion),
        ("是否计入", row => Words.Of(row.Standing)),
        ("人工认定", row => string.Join("；", row.Decisions.Select(Decision))),
        ("待重新确认", row => row.StaleDecisions),
        ("年年提", row => row.ChainFrom is null ? "" : $"{row.ChainFrom}—{row.ChainTo}"),
        ("与上次承诺相比", row => row.Renewed is { } renewed ? RenewalText.Of(renewed) : ""),
    ];

    public static string Text(object? cell) => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";

    private static object? Rounded(double? value) => value is { } number ? ContractJson.Rounded(number) : null;

    private static string Decision(ExportCommitments.DecisionRow decision)
    {
        var status = decision.Status is null ? "" : $"（{Words.Of(decision.Status)}）";
        var reason = decision.Reason.Length == 0 ? "" : $"：{OneLine(decision.Reason)}";
        return $"{decision.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {Words.Of(decision.Kind)}{status}{reason}";
    }

    private static string OneLine(string quote) => string.Concat(quote.Where(character => character is not ('\r' or '\n')));
}
