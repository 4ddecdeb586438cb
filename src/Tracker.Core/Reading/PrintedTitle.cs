namespace Tracker.Core.Reading;

/// <summary>标题: a report's title is often too long for the page's width and set on two centred lines, broken anywhere.</summary>
internal static class PrintedTitle
{
    private const int Longest = 40;
    private const string NotInTitle = "。，；：——（）";
    private const int LongestNameLeft = 6;
    private static readonly string[] Beginnings = ["中国人民政治协商会议", "政协"];

    /// <summary>Whether the line is the rest of the title that the line before it begins.</summary>
    public static bool Continues(string before, string line) =>
        line.EndsWith("工作报告", StringComparison.Ordinal) && IsTitle(line) && IsTitle(before) && !before.EndsWith("报告", StringComparison.Ordinal)
        && IsBeginning(before) && !IsBeginning(line) && (line == "工作报告" || line.IndexOf("委员会", StringComparison.Ordinal) is >= 0 and <= LongestNameLeft);

    private static bool IsBeginning(string line) => Array.Exists(Beginnings, beginning => line.StartsWith(beginning, StringComparison.Ordinal));

    private static bool IsTitle(string line) => line.Length <= Longest && !line.AsSpan().ContainsAny(NotInTitle);
}
