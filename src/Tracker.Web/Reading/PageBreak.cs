using Tracker.Core.Reading;

namespace Tracker.Web.Reading;

/// <summary>分页: where a page of the document begins in its text.</summary>
/// <param name="Label">What a reader sees and hears there, such as 第3页.</param>
public readonly record struct PageBreak(int At, string Label)
{
    public static IReadOnlyList<PageBreak> Of(PageMap pages, Func<int, string> label) => [.. pages.Starts.Select((start, index) => new PageBreak(start, label(index + 1)))];
}
