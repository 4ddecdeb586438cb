namespace Tracker.Web.Features.Bodies;

/// <summary>地区: bodies are grouped by province, the first part of their region.</summary>
public static class RegionGroup
{
    private static readonly string[] Ends = ["自治区", "特别行政区", "省", "市"];

    /// <returns>Such as 山西省 of 山西省太原市; the region itself where it names no province; empty where there is none.</returns>
    public static string Of(string region)
    {
        foreach (var end in Ends)
        {
            var at = region.IndexOf(end, StringComparison.Ordinal);
            if (at > 0) return region[..(at + end.Length)];
        }

        return region;
    }
}
