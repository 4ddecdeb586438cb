namespace Tracker.Core.Domain;

/// <summary>级别: how far a body's region reaches.</summary>
public enum BodyLevel
{
    /// <summary>国家级.</summary>
    National,

    /// <summary>省级: provinces, autonomous regions and the four cities under the central government.</summary>
    Province,

    /// <summary>地市级: cities, prefectures and leagues.</summary>
    City,

    /// <summary>县区级: counties, districts and banners.</summary>
    County,
}

/// <summary>Tells a body's level by its name.</summary>
public static class BodyLevels
{
    private static readonly string[] NationalNames = ["国务院", "全国", "最高人民"];
    private static readonly string[] CitiesOfProvinceRank = ["北京市", "天津市", "上海市", "重庆市"];

    /// <param name="name">Short name, such as 太原市政协.</param>
    /// <returns>Null where the name names no region.</returns>
    public static BodyLevel? Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (NationalNames.Any(start => name.StartsWith(start, StringComparison.Ordinal))) return BodyLevel.National;
        var end = name.AsSpan().LastIndexOfAny("省市县区州盟旗");
        return end < 1 ? null : name[end] switch
        {
            '省' => BodyLevel.Province,
            '区' when name.AsSpan(0, end + 1).EndsWith("自治区") => BodyLevel.Province,
            '区' when name.AsSpan(0, end + 1).EndsWith("地区") => BodyLevel.City,
            '市' when CitiesOfProvinceRank.Contains(name[..(end + 1)], StringComparer.Ordinal) => BodyLevel.Province,
            '市' or '州' or '盟' => BodyLevel.City,
            _ => BodyLevel.County,
        };
    }
}
