using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Normalise;

/// <summary>
/// 图片说明 and 记者署名, step: a page's photo caption and credit that stand in the middle of a sentence are set aside, so that the
/// sentence is not joined with them. The halves of the sentence stay apart too: a span over both would quote the caption.
/// </summary>
internal static class Captions
{
    private const int LongestCredit = 30;
    private const int LongestCaption = 160;

    public static void SetAside(Draft draft)
    {
        var lines = draft.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsCredit(lines[i])) continue;
            lines[i].Aside = true;
            var caption = i - 1;
            if (caption < 0 || !IsPhotoCredit(lines[i]) || lines[caption].Count > LongestCaption || lines[caption].Aside) continue;
            var interrupted = caption > 0 && LineJoiner.IsUnfinishedProse(lines[caption - 1]);
            if (!interrupted && !OpensLikeCaption(lines[caption])) continue;
            lines[caption].Aside = true;
            if (!interrupted) continue;
            var before = lines[caption - 1];
            draft.Report(
                "interrupted-sentence", IssueSeverity.Warning, before.Offset(0), before.Offset(before.Count - 1) + 1,
                "这一段被图片说明隔断，前后两半未能连成一句。");
        }
    }

    /// <summary>Names a reporter or a photographer and says nothing else.</summary>
    private static bool IsCredit(DraftLine line)
    {
        if (line.Count > LongestCredit)
            return line.Count <= LongestCaption && IsPhotoCredit(line) && line.Text(line.Count - 16, line.Count).Contains("记者", StringComparison.Ordinal);
        var text = line.Text(0, line.Count);
        if (text.Contains('。', StringComparison.Ordinal) || text.Contains('，', StringComparison.Ordinal)) return false;
        return text.StartsWith("本报记者", StringComparison.Ordinal) || text.StartsWith("记者", StringComparison.Ordinal)
            || text.StartsWith("通讯员", StringComparison.Ordinal) || text.StartsWith("本报通讯员", StringComparison.Ordinal)
            || text.StartsWith("摄影", StringComparison.Ordinal) || text.EndsWith("供图", StringComparison.Ordinal)
            || (text.StartsWith('（') && text.Contains("记者", StringComparison.Ordinal));
    }

    private static bool IsPhotoCredit(DraftLine line) =>
        line.Last is '摄' || line.Text(Math.Max(0, line.Count - 2), line.Count) is "供图" or "摄影" or "摄）";

    private static bool OpensLikeCaption(DraftLine line)
    {
        var text = line.Text(0, Math.Min(line.Count, 8));
        if (text.StartsWith("图为", StringComparison.Ordinal) || (text.Length > 1 && text[1] == '图' && "上下左右".Contains(text[0], StringComparison.Ordinal))) return true;
        var month = text.IndexOf('月', StringComparison.Ordinal);
        return month is 1 or 2 && char.IsDigit(text[0]) && text.Contains('日', StringComparison.Ordinal);
    }
}
