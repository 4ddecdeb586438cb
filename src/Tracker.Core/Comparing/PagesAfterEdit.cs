using Tracker.Core.Domain;
using Tracker.Core.Reading;

namespace Tracker.Core.Comparing;

/// <summary>更正后的分页: where the pages of a document begin in its text once somebody edited it.</summary>
public static class PagesAfterEdit
{
    /// <returns>Each page where its first passage stands now; inside a passage that was edited, as far from its start as before.</returns>
    public static PageMap Of(PageMap pages, string old, string @new)
    {
        ArgumentNullException.ThrowIfNull(pages);
        if (pages.Count == 0) return pages;
        var kept = TextComparison.Of(old, @new).Where(passage => passage is { Old: not null, New: not null }).Select(passage => (Old: passage.Old!.Value, New: passage.New!.Value)).ToList();
        var starts = new List<int>(pages.Count);
        foreach (var start in pages.Starts)
        {
            var at = kept.FindIndex(passage => start < passage.Old.End);
            var (before, after) = at < 0 ? (new TextSpan(old.Length, old.Length), new TextSpan(@new.Length, @new.Length)) : kept[at];
            // The first page begins with the text, whatever blanks stand before its first passage.
            var moved = start == 0 ? 0 : after.Start + Math.Clamp(start - before.Start, 0, after.Length);
            starts.Add(Math.Max(moved, starts.Count == 0 ? 0 : starts[^1]));
        }

        return new PageMap(starts);
    }
}
