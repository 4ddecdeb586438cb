namespace Tracker.Core.Pipeline.Normalise;

/// <summary>Headings without a number that are told by their words alone: 2024年工作回顾, 今年的主要任务.</summary>
internal static class HeadingPhrase
{
    private const int LongestRest = 18;
    private static readonly string[] Ends = ["回顾", "任务", "安排", "部署", "重点", "建议", "打算", "要求", "工作", "目标", "思路"];
    private static readonly string[] Openings = ["今年", "下一步", "今后", "去年", "过去一年", "过去五年", "新的一年"];

    /// <summary>Whether a whole line is such a heading.</summary>
    /// <param name="text">The line's beginning.</param>
    /// <param name="length">The line's full length.</param>
    public static bool IsYearHeading(string text, int length) =>
        text.Length == length && Opening(text) is var start and > 0 && length - start <= LongestRest
            && !text.AsSpan().ContainsAny("，。；") && Ends.Any(end => text.EndsWith(end, StringComparison.Ordinal));

    /// <returns>Where a heading of a year (2024年政府工作安排) at the start of run-on text ends; 0 for none.</returns>
    public static int YearHeadingLength(string text)
    {
        if (!StartsWithYear(text)) return 0;
        var i = 5;
        foreach (var word in (string[])["政府", "全市", "全省", "全县", "重点", "主要", "目标", "发展", "工作"])
        {
            if (text.AsSpan(i).StartsWith(word, StringComparison.Ordinal)) i += word.Length;
        }

        foreach (var end in (string[])["回顾", "安排", "部署", "建议", "任务", "打算"])
        {
            if (text.AsSpan(i).StartsWith(end, StringComparison.Ordinal) && i > 5) return i + end.Length;
        }

        return 0;
    }

    private static int Opening(string text)
    {
        if (StartsWithYear(text)) return 5;
        return Openings.FirstOrDefault(opening => text.StartsWith(opening, StringComparison.Ordinal))?.Length ?? 0;
    }

    private static bool StartsWithYear(string text) =>
        text.Length > 5 && text[4] == '年' && text[0] is '1' or '2' && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3]);
}
