using Tracker.Core.Domain;

namespace Tracker.Core.Intake;

/// <summary>机构: whose report it is, and whether that is sure.</summary>
internal static class BodyGuess
{
    /// <summary>Characters of the text that count as its opening: title, date line, presenter, address and the words 我代表….</summary>
    private const int Opening = 600;

    /// <summary>How a body's short name ends; what stands before is its region, which the long name spells alike.</summary>
    private static readonly string[] Suffixes = ["政协", "纪委", "人民检察院", "中级人民法院", "人民法院", "人大常委会", "人民政府"];

    /// <summary>Bodies without a region of their own.</summary>
    private static readonly string[] National = ["全国政协", "全国人大常委会", "最高人民法院", "最高人民检察院"];

    /// <summary>Ministries report by order of the State Council (受国务院委托); only who speaks for it reports as it.</summary>
    private const string Cabinet = "国务院";

    public static (string Body, string Kind, Doubt? Doubt) Of(ExtractedReport report, NamedByFile named)
    {
        var (body, kind) = (report.Metadata.Body, report.Metadata.BodyKind);
        if (body.Length == 0)
        {
            return named.Body.Length == 0 ? ("", kind, Doubt.NoBody) : (named.Body, named.BodyKind, Doubt.BodyNotInOpening);
        }

        if (named.Body.Length > 0 && named.Body != body) return (body, kind, Doubt.FileNamesAnotherBody);
        var opening = Letters(report.Source[..Math.Min(Opening, report.Source.Length)]);
        if (body == Cabinet) return (body, kind, opening.Contains("代表" + Cabinet, StringComparison.Ordinal) || report.Metadata.Title.Contains(Cabinet, StringComparison.Ordinal) ? null : Doubt.BodyNotInOpening);
        var isOpened = National.Contains(body, StringComparer.Ordinal) || named.Body == body || IsNamedBy(Letters(report.Metadata.Title), body)
            || IsNamedBy(opening, body);
        return (body, kind, isOpened ? null : Doubt.BodyNotInOpening);
    }

    private static bool IsNamedBy(string words, string body)
    {
        var suffix = Array.Find(Suffixes, ending => body.EndsWith(ending, StringComparison.Ordinal)) ?? "";
        var region = body[..^suffix.Length];

        // 2025年宁夏政府工作报告 names 宁夏回族自治区 by its first two characters; 三明市 is named in full.
        return words.Contains(region, StringComparison.Ordinal)
            || (region.Length > 2 && region[^1] is '省' or '区' && words.Contains(region[..2] + "政府", StringComparison.Ordinal));
    }

    /// <summary>Titles are set with blanks and line breaks between their characters.</summary>
    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
