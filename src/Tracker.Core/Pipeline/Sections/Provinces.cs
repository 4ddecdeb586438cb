namespace Tracker.Core.Pipeline.Sections;

/// <summary>省份: titles name a province or an autonomous region by its short name (2025年宁夏政府工作报告).</summary>
internal static class Provinces
{
    private static readonly string[] Names =
    [
        "北京市", "天津市", "上海市", "重庆市", "河北省", "山西省", "辽宁省", "吉林省", "黑龙江省", "江苏省", "浙江省", "安徽省", "福建省", "江西省", "山东省", "河南省",
        "湖北省", "湖南省", "广东省", "海南省", "四川省", "贵州省", "云南省", "陕西省", "甘肃省", "青海省", "内蒙古自治区", "广西壮族自治区", "西藏自治区", "宁夏回族自治区",
        "新疆维吾尔自治区",
    ];

    /// <returns>The province's full name where a title reports for the province itself; null for any other title.</returns>
    public static string? In(string title)
    {
        foreach (var name in Names)
        {
            var brief = name.StartsWith("黑龙江", StringComparison.Ordinal) || name.StartsWith("内蒙古", StringComparison.Ordinal) ? name[..3] : name[..2];
            var at = title.IndexOf(brief, StringComparison.Ordinal);
            if (at < 0) continue;
            var rest = title.AsSpan(at).StartsWith(name, StringComparison.Ordinal) ? title[(at + name.Length)..] : title[(at + brief.Length)..];
            if (rest.StartsWith("政府", StringComparison.Ordinal) || rest.StartsWith("人民政府", StringComparison.Ordinal)) return name;
        }

        return null;
    }
}
