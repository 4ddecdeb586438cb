using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>Reads title, body, date and presenter from the lines before the first part.</summary>
internal static class MetadataReader
{
    private const int FrontLines = 24;
    private const int LongestTitle = 60;

    public static ReportMetadata Read(IReadOnlyList<NormalisedLine> lines, SectionKind[] kinds, ReportYears years)
    {
        var front = Front(lines, kinds);
        var title = Title(front);
        var (body, bodyKind) = BodyReader.Read(title, front, lines);
        var planned = kinds.Contains(SectionKind.Plan) || kinds.Contains(SectionKind.FiveYearPlan) ? years.Planned : null;
        var reviewed = kinds.Contains(SectionKind.Review) || kinds.Contains(SectionKind.FiveYearReview) ? years.Reviewed : null;
        return new ReportMetadata(title, body, bodyKind, planned, reviewed, Delivered(front), Presenter(front));
    }

    private static List<string> Front(IReadOnlyList<NormalisedLine> lines, SectionKind[] kinds)
    {
        var count = Math.Min(FrontLines, lines.Count);
        return [.. Enumerable.Range(0, count).TakeWhile(i => i < 3 || kinds[i] is SectionKind.Front or SectionKind.Other).Select(i => lines[i].Text)];
    }

    private static string Title(List<string> front)
    {
        var titles = front.Where(line => line.Length <= LongestTitle && !line.Contains('。', StringComparison.Ordinal)).ToList();
        var last = titles.IndexOf("工作报告");
        if (last > 0) return string.Concat(titles.Take(last + 1).Reverse().TakeWhile(IsPartOfTitle).Reverse());
        return titles.FirstOrDefault(line => line.EndsWith("工作报告", StringComparison.Ordinal) || line.Contains("工作报告（", StringComparison.Ordinal))
            ?? titles.FirstOrDefault(line => line.Contains("工作总结", StringComparison.Ordinal) || line.EndsWith("的报告", StringComparison.Ordinal))?.TrimStart('—')
            ?? "";
    }

    /// <summary>A title may be set on several lines: 中国人民政治协商会议, 常宁市第十一届委员会常务委员会, 工作报告.</summary>
    private static bool IsPartOfTitle(string line) => line == "工作报告" || (line.Length >= 6 && !line.AsSpan().ContainsAny("：，—；0123456789") && line[^1] is '会' or '议' or '院');

    private static DateOnly? Delivered(List<string> front)
    {
        var dates = front.Where(line => line.Length <= LongestTitle).Select(line => (line, date: DeliveredDate.In(line))).Where(found => found.date is not null).ToList();
        return dates.OrderByDescending(found => found.line.Contains("会议上", StringComparison.Ordinal) || found.line[0] is '（' or '—').Select(found => found.date).FirstOrDefault();
    }

    private static string Presenter(List<string> front)
    {
        foreach (var line in front)
        {
            if (line.Length is < 2 or > 20 || line.Contains("记者", StringComparison.Ordinal)) continue;
            if (PresenterLine.NameIn(line) is { Length: > 0 } name) return name;
        }

        var address = front.FindIndex(line => SectionVocabulary.Address.IsMatch(line));
        return address > 0 && front[address - 1] is { Length: 2 or 3 } alone && alone.All(Characters.IsIdeograph) ? alone : "";
    }
}
