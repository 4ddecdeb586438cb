namespace Tracker.Core.Pipeline.Extract.Quantities;

/// <summary>A numeral with the unit behind it, ranges joined, and whether it counts anything at all.</summary>
/// <param name="IsQuantity">False for years, dates, ordinals and numbers that are part of a name.</param>
internal readonly record struct NumberWithUnit(Numeral Numeral, string Unit, int Start, int End, bool IsQuantity)
{
    private const string RangeMarks = "-—–~～至到";
    private static readonly string[] NotCounted = ["方面", "坚持", "意识", "确立", "维护", "自信", "全面", "必须", "五", "届", "中全会", "全会", "全体会议", "大精神", "规定"];

    public static NumberWithUnit? At(string text, int position, int start, int end)
    {
        if (Numeral.At(text, position, end) is not { } numeral) return null;
        var next = position + numeral.Length;
        var unit = UnitAt(text, next, end);
        var joined = next + unit.Length;
        if (joined + 1 < end && RangeMarks.Contains(text[joined], StringComparison.Ordinal) && Numeral.CanStart(text, joined + 1, joined + 1)
            && Numeral.At(text, joined + 1, end) is { } upper && upper.InFigures == numeral.InFigures)
        {
            // A range states its lower end as what must be reached.
            next = joined + 1 + upper.Length;
            unit = UnitAt(text, next, end);
            if (upper.Scaled && !numeral.Scaled && upper.Value > numeral.Value)
                numeral = numeral with { Value = numeral.Value * ScaleOf(text, next, upper) };
        }

        var stop = next + unit.Length;
        if (unit.Length > 0 && stop < end && text[stop] is '多' or '余') (numeral, stop) = (numeral with { Vague = text[stop] }, stop + 1);
        return new NumberWithUnit(numeral, unit, position, stop, Counts(text, position, start, next, stop, end, numeral, unit));
    }

    private static decimal ScaleOf(string text, int next, Numeral upper)
    {
        var scale = 1m;
        for (var i = next - 1; i >= next - upper.Length; i--)
            if (text[i] is '万') scale *= 10_000m;
            else if (text[i] is '亿') scale *= 100_000_000m;
            else break;
        return scale;
    }

    private static string UnitAt(string text, int position, int end)
    {
        var length = position < end ? QuantityWords.Units.LengthAt(text.AsSpan(0, end), position) : 0;
        return text.Substring(position, length);
    }

    private static bool Counts(string text, int position, int start, int next, int stop, int end, Numeral numeral, string unit)
    {
        var before = position > start ? text[position - 1] : '\0';
        var after = next < end ? text[next] : '\0';
        if (before is '第' or '届' or '+' or '＋' or '“' or '‘' or '·' || char.IsAsciiLetter(before)) return false;
        if (unit is "日" or "年" or "级" or "届" or "周年" || (unit.Length == 0 && after is '月' or '时')) return false;
        if (after is '+' or '＋' or '号' or '年' or '届' || (char.IsAsciiLetter(after) && unit.Length == 0)) return unit is not ("" or "年") && after is not ('+' or '＋');
        if (Array.Exists(NotCounted, word => text.AsSpan(stop, end - stop).StartsWith(word, StringComparison.Ordinal)) && !numeral.InFigures) return false;
        // 二期工程 is an ordinal, 三门核电 a place.
        if (!numeral.InFigures) return unit.Length > 0 && numeral.Value > 1 && unit is not ("期" or "门");
        return unit.Length > 0 || numeral.Scaled;
    }
}
