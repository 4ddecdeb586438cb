namespace Tracker.Core.Domain;

/// <summary>数量: a stated number with its unit and bound, such as 600项以上.</summary>
/// <param name="Value">The number with 万 and 亿 multiplied out (3万 is 30000); percentages stay as printed (5.5% is 5.5).</param>
/// <param name="Unit">The unit as printed without 万 or 亿: 项, 件, 亩, %, 个百分点; empty where there is none.</param>
/// <param name="Span">The number with unit and bound words, in the source text.</param>
/// <param name="Text">The source's characters at <paramref name="Span"/>.</param>
/// <param name="Measure">What the number says of its object.</param>
/// <param name="Object">The noun that is counted or measured as far as the clause names it (提案, 新能源汽车产量); empty where it does not.</param>
public sealed record Quantity(
    decimal Value, string Unit, QuantityBound Bound, QuantityMeasure Measure, string Object, TextSpan Span, string Text);

public enum QuantityBound
{
    /// <summary>The number alone.</summary>
    Exactly,

    /// <summary>以上, 不少于, 不低于, 突破, 力争达到.</summary>
    AtLeast,

    /// <summary>超, 超过, 多.</summary>
    MoreThan,

    /// <summary>以内, 以下, 不超过, 控制在.</summary>
    AtMost,

    /// <summary>左右, 约, 近, 余.</summary>
    About,
}

public enum QuantityMeasure
{
    /// <summary>An amount in the year: 立案600件.</summary>
    Amount,

    /// <summary>A standing after the year: 达到67.7万亿元, 累计, 总量.</summary>
    Level,

    /// <summary>A change: 增长6.9%, 下降, 新增.</summary>
    Change,
}
