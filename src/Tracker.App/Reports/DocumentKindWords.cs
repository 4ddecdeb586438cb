using Tracker.Data.Entities;

namespace Tracker.App.Reports;

/// <summary>文件类型 by the words that a title or a file's name uses for it; a report as it was read out where neither says anything.</summary>
public static class DocumentKindWords
{
    private static readonly (string Word, DocumentKind Kind)[] Words =
    [
        ("图解", DocumentKind.Infographic), ("一图读懂", DocumentKind.Infographic), ("一图看懂", DocumentKind.Infographic), ("长图", DocumentKind.Infographic),
        ("摘要", DocumentKind.Summary), ("综述", DocumentKind.Summary), ("摘登", DocumentKind.Summary), ("速览", DocumentKind.Summary), ("要点", DocumentKind.Summary),
    ];

    public static DocumentKind Of(string title, string fileName)
    {
        foreach (var (word, kind) in Words)
        {
            if (title.Contains(word, StringComparison.Ordinal) || fileName.Contains(word, StringComparison.Ordinal)) return kind;
        }

        return DocumentKind.FullReport;
    }
}
