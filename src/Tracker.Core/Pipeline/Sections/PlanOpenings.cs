using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>部署的开头: paragraphs that without a heading turn to what is to be done, in the year planned or in five years.</summary>
internal sealed class PlanOpenings(IReadOnlyList<NormalisedLine> lines, ReportYears years)
{
    private const double LatestOpening = .6;
    private const int OpeningLength = 110;

    /// <summary>The words in which a paragraph says what it turns to.</summary>
    public static ReadOnlySpan<char> Opening(string text) => text.AsSpan(0, Math.Min(text.Length, OpeningLength));

    /// <summary>今后五年的奋斗目标是, or “十五五”时期 at the very start, where that plan is yet to begin.</summary>
    public bool OpensFiveYears(string text) =>
        SectionVocabulary.OpensFiveYearPlan.IsMatch(Opening(text)) || FiveYearPeriod.In(Opening(text).ToString()) is [{ Index: 0 } period, ..] && period.First >= years.Planned;

    /// <summary>Whether the opening names a five-year plan that is yet to begin; under a heading that names the last one too, there the next one's part begins.</summary>
    public bool NamesPeriodAhead(string text) => FiveYearPeriod.In(Opening(text).ToString()).Any(period => period.First >= years.Planned);

    /// <summary>2022年是本届政府的开局之年: a paragraph that begins with the year planned turns to that year.</summary>
    public bool NamesPlannedYear(string text)
    {
        var opening = Opening(text);
        var address = opening.StartsWith("各位", StringComparison.Ordinal) ? opening.IndexOfAny("，！：") + 1 : 0;
        opening = opening[address..];
        return YearMention.In(opening) is [{ Index: 0 } first, ..] && first.Year == years.Planned
            ? opening[5..].StartsWith("是", StringComparison.Ordinal)
            : opening.StartsWith("今年是", StringComparison.Ordinal) && SectionVocabulary.OpensPlan.IsMatch(text);
    }

    /// <summary>In so many words: 2024年经济社会发展的主要预期目标是….</summary>
    public bool OpensYear(int index, string text)
    {
        var leads = text.Length < 120 && index + 1 < lines.Count && (SectionVocabulary.ThisYearFrame.IsMatch(text) || SectionVocabulary.Address.IsMatch(text));
        var opening = leads ? text + lines[index + 1].Text : text;
        opening = opening[..Math.Min(opening.Length, 400)];
        var named = YearMention.In(opening);
        if (named.Count > 0 && named.Max(mention => mention.Year) < years.Planned) return false;
        return SectionVocabulary.OpensPlan.IsMatch(opening) && !SectionVocabulary.LooksBack.IsMatch(opening.AsSpan(0, Math.Min(opening.Length, 60)));
    }

    /// <summary>The line of the last such paragraph; -1 for none. Near the end such words look ahead to a following year, not to the one planned.</summary>
    public int Last()
    {
        var most = LatestOpening * lines.Sum(line => (long)line.Text.Length);
        var read = 0L;
        var last = -1;
        for (var i = 0; i < lines.Count && read < most; i++)
        {
            if (OpensYear(i, lines[i].Text)) last = i;
            read += lines[i].Text.Length;
        }

        return last;
    }
}
