using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>
/// A list inside a part may be numbered like the parts themselves (一、为老年人… among ten deeds). Where 一、 begins anew under a numbered
/// part, the row is a list until the parts' own numbering goes on.
/// </summary>
internal static class ListNumbering
{
    public static void Demote(List<Heading> headings)
    {
        var part = 0;
        var item = 0;
        foreach (var heading in headings)
        {
            if (heading.Rank < HeadingReader.ChapterRank) (part, item) = (0, 0);
            if (heading.Number.Style != NumberStyle.Chapter || heading.Rank != HeadingReader.ChapterRank) continue;
            var value = heading.Number.Value;
            var opensSection = HeadingClassifier.NamesSection(heading.Title);
            if (!opensSection && ((value == 1 && part > 0) || (item > 0 && value == item + 1)))
            {
                item = value;
                heading.Rank = HeadingReader.ListRank;
            }
            else
            {
                (part, item) = (value, 0);
            }
        }
    }
}
