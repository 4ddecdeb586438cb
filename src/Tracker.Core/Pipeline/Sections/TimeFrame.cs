using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>
/// 时间范围: where a report of a five-year plan's last year speaks of the five years and where of the year. A paragraph's opening words
/// set the frame, and it holds until another paragraph sets it anew, also across the headings below.
/// </summary>
internal static class TimeFrame
{
    private const int OpeningLength = 110;

    /// <summary>Whether a paragraph's very first words name the time that it is about.</summary>
    public static bool Opens(string paragraph)
    {
        var opening = paragraph.AsSpan().TrimStart('—');
        opening = opening[..Math.Min(opening.Length, 16)];
        return SectionVocabulary.YearFrame.FirstIndex(opening) == 0 || SectionVocabulary.FiveYearFrame.FirstIndex(opening) == 0;
    }

    /// <returns>The kind that the paragraph sets, or the current one.</returns>
    public static SectionKind After(SectionKind current, string paragraph, bool planMayMix)
    {
        var opening = paragraph.AsSpan(0, Math.Min(paragraph.Length, OpeningLength));
        return current switch
        {
            SectionKind.Review or SectionKind.FiveYearReview => LookingBack(current, opening),
            SectionKind.Plan or SectionKind.FiveYearPlan when planMayMix => LookingAhead(current, opening),
            _ => current,
        };
    }

    /// <summary>Where an opening names both, the later one holds: 2025年任务的完成，标志着“十四五”收官。五年来，…</summary>
    private static SectionKind LookingBack(SectionKind current, ReadOnlySpan<char> opening)
    {
        var five = SectionVocabulary.FiveYearFrame.LastIndex(opening);
        var year = SectionVocabulary.YearFrame.LastIndex(opening);
        if (five < 0 && year < 0) return current;
        return five > year ? SectionKind.FiveYearReview : SectionKind.Review;
    }

    private static SectionKind LookingAhead(SectionKind current, ReadOnlySpan<char> opening)
    {
        var year = SectionVocabulary.ThisYearFrame.FirstIndex(opening);
        var five = SectionVocabulary.NextFiveYearsFrame.FirstIndex(opening);
        if (five < 0 && year < 0) return current;
        if (five < 0) return SectionKind.Plan;
        return year >= 0 && year < five ? SectionKind.Plan : SectionKind.FiveYearPlan;
    }
}
