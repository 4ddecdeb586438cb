using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>Finds the lines that open with a heading, and where the heading ends.</summary>
internal static class HeadingReader
{
    public const int PartRank = 1;
    public const int ChapterRank = 2;
    public const int ParenthesisRank = 3;
    public const int PointRank = 4;
    public const int ListRank = 5;
    private const int LongestHeading = 70;
    private const int LongestPoint = 40;
    private const int LongestUnnumbered = 34;

    public static List<Heading> Read(IReadOnlyList<NormalisedLine> lines)
    {
        var headings = new List<Heading>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].Aside && ReadLine(lines[i], i) is { } heading) headings.Add(heading);
        }

        ListNumbering.Demote(headings);
        return headings;
    }

    private static Heading? ReadLine(NormalisedLine line, int index)
    {
        var text = line.Text;
        var number = HeadingNumber.Read(text, line.Gaps.Contains);
        if (line.Markup.StartsWith('#') && text.Length <= 80) return new Heading(index, text, text.Length, line.Markup.Length - 1, number, true);
        if (number.Style != NumberStyle.None) return ReadNumbered(line, index, number);
        if (line.Markup is ['★' or '☆' or '■' or '◆' or '●'] && text.Length <= LongestPoint && !text.Contains('。', StringComparison.Ordinal))
            return new Heading(index, text, text.Length, ChapterRank, number, true);
        return ReadUnnumbered(text, index);
    }

    private static Heading? ReadNumbered(NormalisedLine line, int index, HeadingNumber number)
    {
        var text = line.Text;
        var point = number.Style is NumberStyle.Ordinal or NumberStyle.Arabic;
        var longest = point ? LongestPoint : LongestHeading;
        if (text[^1] == '；' && text.Length > number.Length + 1) return null;
        var length = text.Length;
        var stop = text.IndexOf('。', StringComparison.Ordinal);
        if (stop >= 0 && stop <= longest) length = stop + 1;
        if (length > longest)
        {
            if (point) return null;
            length = line.Gaps.Where(gap => gap >= number.Length + 4 && gap <= longest && text.AsSpan(0, gap).IndexOf('。') < 0).DefaultIfEmpty(number.Length).Min();
        }

        var titleLength = length > number.Length ? length : Math.Min(text.Length, Math.Max(number.Length, text.AsSpan(0, Math.Min(text.Length, longest)).IndexOf('，')));
        var rank = number.Style switch
        {
            NumberStyle.Chapter => text.StartsWith('第') && text.AsSpan(0, Math.Min(5, text.Length)).IndexOfAny('部', '编', '章') > 0 ? PartRank : ChapterRank,
            NumberStyle.Parenthesised => ParenthesisRank,
            _ => PointRank,
        };
        return new Heading(index, text[..titleLength].TrimEnd('。'), length, rank, number);
    }

    /// <summary>A short line without a number counts as a heading only if its words say what it opens.</summary>
    private static Heading? ReadUnnumbered(string text, int index)
    {
        if (text.Length <= LongestUnnumbered && !text.AsSpan().ContainsAny("。；，！：？") && SaysWhatItOpens(text))
            return new Heading(index, text, text.Length, PartRank, default);
        var length = HeadingPhrase.YearHeadingLength(text.Length > LongestUnnumbered ? text[..LongestUnnumbered] : text);
        return length > 0 && length < text.Length && YearMention.In(text.AsSpan(length, Math.Min(5, text.Length - length))).Count > 0
            ? new Heading(index, text[..length], length, PartRank, default)
            : null;
    }

    /// <summary>A report's title (关于十一五规划纲要的报告) names the time that it is about, but opens nothing.</summary>
    private static bool SaysWhatItOpens(string text) => !text.EndsWith("报告", StringComparison.Ordinal) && (SaysPurpose(text) || SaysPeriod(text));

    private static bool SaysPeriod(string text) => SectionVocabulary.PeriodOpensHeading.IsMatch(text) && FiveYearPeriod.In(text).Count > 0;

    private static bool SaysPurpose(string text) =>
        SectionVocabulary.ReviewHeading.IsMatch(text) || SectionVocabulary.PlanHeading.IsMatch(text) || SectionVocabulary.FiveYearsHeading.IsMatch(text)
            || SectionVocabulary.LessonsHeading.IsMatch(text) || SectionVocabulary.ShortcomingsHeading.IsMatch(text);
}
