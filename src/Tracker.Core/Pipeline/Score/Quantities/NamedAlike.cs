namespace Tracker.Core.Pipeline.Score.Quantities;

/// <summary>Whether the objects of two numbers name the same thing, when they share most of their characters.</summary>
internal static class NamedAlike
{
    /// <summary>Of two rates each must name more than this share of the other: 出口 is not 进出口, 生产总值 not 单位生产总值能耗.</summary>
    private const double LeastOfRates = 0.8;

    /// <summary>Words that say where, when or how surely, not what.</summary>
    private static readonly string[] Around = ["全社会", "全省", "全市", "全区", "全国", "全年", "地区", "预计", "平均值为", "平均为", "平均"];

    /// <summary>Last words that say less than the one before: 农田建设 is told of as 农田.</summary>
    private static readonly string[] Heads = ["建设", "数量"];

    private static readonly (string Long, string Short)[] ShortForms = [("规模以上", "规上"), ("营业收入", "营收")];

    public static bool Rates(string wanted, string reported)
    {
        var (one, other) = (Core(wanted), Core(reported));
        return Held(one, other) > LeastOfRates && Held(other, one) > LeastOfRates;
    }

    /// <summary>The last word of a Chinese noun says what it is: 中央财政赤字 is not 中央财政用于抗灾救灾的资金.</summary>
    /// <param name="told">The reported number's object and clause.</param>
    public static bool Counts(string wanted, string told)
    {
        var noun = Core(wanted).TrimEnd('”', '》', '’', '）');
        foreach (var word in Heads)
            if (noun.Length > word.Length + 1 && noun.EndsWith(word, StringComparison.Ordinal)) noun = noun[..^word.Length];
        return noun.Length < 2 || Core(told).Contains(noun[^2..], StringComparison.Ordinal);
    }

    /// <summary>比上年, 同比: a number that says only what it is held against.</summary>
    public static bool IsOnlyComparison(string named) =>
        named.StartsWith("比上年", StringComparison.Ordinal) || named.StartsWith("较上年", StringComparison.Ordinal) || named.StartsWith("同比", StringComparison.Ordinal);

    private static string Core(string named)
    {
        foreach (var word in Around) named = named.Replace(word, "", StringComparison.Ordinal);
        foreach (var (word, form) in ShortForms) named = named.Replace(word, form, StringComparison.Ordinal);
        return named;
    }

    /// <summary>Share of a noun's characters, each counted as often as it stands there, that another holds.</summary>
    private static double Held(string noun, string other)
    {
        if (noun.Length == 0) return 0;
        var left = other.ToList();
        return noun.Count(left.Remove) / (double)noun.Length;
    }
}
