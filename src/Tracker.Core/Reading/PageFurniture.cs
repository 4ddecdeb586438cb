namespace Tracker.Core.Reading;

/// <summary>页眉页脚: lines at the top or foot of a page that come again on other pages, and page numbers there. They are the page's, not the text's.</summary>
internal static class PageFurniture
{
    private const double Zone = .15;
    private const int MostLines = 4;
    private const double LeastShare = .4;
    private const double Alike = .75;

    public static IReadOnlyList<PrintedPage> Drop(IReadOnlyList<PrintedPage> pages)
    {
        var zones = pages.Select(InZones).ToList();
        var needed = Math.Max(2, (int)Math.Ceiling(LeastShare * pages.Count(page => page.Lines.Count > 0)));
        var repeated = Repeated(zones, needed);
        return [.. pages.Select((page, i) => page with { Lines = [.. page.Lines.Where(line => !zones[i].Contains(line) || !(IsPageNumber(line.Text) || IsAmong(repeated, KeyOf(line.Text))))] })];
    }

    /// <summary>The outermost lines within the outer stretch of a page.</summary>
    private static HashSet<PrintedLine> InZones(PrintedPage page)
    {
        var ordered = page.Lines.OrderBy(line => line.Top).ToList();
        var top = ordered.Take(MostLines).Where(line => Middle(line) < Zone * page.Height);
        var foot = ordered.TakeLast(MostLines).Where(line => Middle(line) > (1 - Zone) * page.Height);
        return [.. top.Concat(foot)];
    }

    private static double Middle(PrintedLine line) => (line.Top + line.Bottom) / 2;

    private static List<string> Repeated(List<HashSet<PrintedLine>> zones, int needed)
    {
        var groups = new List<(string Key, HashSet<int> Pages)>();
        for (var i = 0; i < zones.Count; i++)
        {
            foreach (var key in zones[i].Select(line => KeyOf(line.Text)).Where(key => key.Length > 1))
            {
                var known = groups.FindIndex(group => AreAlike(group.Key, key));
                if (known >= 0) groups[known].Pages.Add(i);
                else if (groups.Count < 400) groups.Add((key, [i]));
            }
        }

        return [.. groups.Where(group => group.Pages.Count >= needed).Select(group => group.Key)];
    }

    private static bool IsAmong(List<string> keys, string key) => key.Length > 1 && keys.Exists(other => AreAlike(other, key));

    /// <summary>Numbers differ from page to page, and a scan misreads a character now and then.</summary>
    private static string KeyOf(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(c => char.IsDigit(c) ? '0' : c));

    private static bool AreAlike(string a, string b)
    {
        if (a == b) return true;
        if (Math.Min(a.Length, b.Length) < 4 || Math.Abs(a.Length - b.Length) > 3) return false;
        var pairs = Pairs(a);
        var shared = Pairs(b).Count(pairs.Remove);
        return 2.0 * shared / (a.Length + b.Length - 2) >= Alike;
    }

    private static List<(char, char)> Pairs(string text) => [.. text.Zip(text.Skip(1))];

    private static bool IsPageNumber(string text)
    {
        var digits = text.Count(char.IsDigit);
        return digits is > 0 and <= 8 && text.Length <= 20 && text.All(c => char.IsDigit(c) || char.IsWhiteSpace(c) || "-—–─－·•.第页共/／|".Contains(c, StringComparison.Ordinal));
    }
}
