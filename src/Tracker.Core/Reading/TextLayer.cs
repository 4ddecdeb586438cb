namespace Tracker.Core.Reading;

/// <summary>
/// 文字层: whether the text that a PDF carries can be used. Pages that were scanned carry none, and fonts without a table of characters give
/// letters that nobody wrote; such pages are read from their picture instead.
/// </summary>
public static class TextLayer
{
    /// <summary>A page with fewer letters and digits is looked at as a picture.</summary>
    public const int FewestLetters = 10;

    private const double LeastFamiliar = .08;
    private const double MostUnknown = .05;

    /// <summary>Chinese prose of which at most a twentieth are characters that stand for nothing.</summary>
    public static bool IsProse(IReadOnlyList<PrintedPage> pages)
    {
        var text = string.Concat(pages.SelectMany(page => page.Lines).Select(line => line.Text));
        var unknown = text.Count(c => c is '\ufffd' or (>= '\ue000' and <= '\uf8ff') || char.IsControl(c));
        return text.Length > 0 && unknown <= MostUnknown * text.Length && ChineseProse.IsChinese(text) && ChineseProse.FamiliarShare(text) >= LeastFamiliar;
    }
}
