using System.Text;

namespace Tracker.Core.Reading;

/// <summary>版面上的一页: its lines in reading order. Coordinates grow to the right and down, in whatever unit the page was measured in.</summary>
public sealed record PrintedPage(double Width, double Height, IReadOnlyList<PrintedLine> Lines)
{
    public int Letters => Lines.Sum(line => line.Text.Count(char.IsLetterOrDigit));
}

/// <summary>A run of characters that the page sets without a gap.</summary>
public sealed record PrintedWord(string Text, double Left, double Top, double Right, double Bottom);

/// <summary>印刷行: one line of print.</summary>
public sealed record PrintedLine(string Text, double Left, double Top, double Right, double Bottom)
{
    /// <summary>Gaps between Chinese words from this many characters on are the author's; narrower ones come from typesetting.</summary>
    private const double WideGap = .8;

    /// <summary>The width of one Chinese character.</summary>
    public double Em => Math.Max(.01, (Right - Left) / Math.Max(1, Units(Text)));

    /// <returns>Null where the words hold nothing but blanks.</returns>
    public static PrintedLine? Of(IReadOnlyList<PrintedWord> words)
    {
        var said = words.Where(word => !string.IsNullOrWhiteSpace(word.Text)).ToList();
        if (said.Count == 0) return null;
        var em = said.Sum(word => word.Right - word.Left) / Math.Max(1, said.Sum(word => Units(word.Text)));
        var text = new StringBuilder();
        for (var i = 0; i < said.Count; i++)
        {
            if (i > 0 && IsGap(said[i - 1], said[i], em)) text.Append(' ');
            text.Append(said[i].Text.Trim());
        }

        return new PrintedLine(text.ToString(), said.Min(w => w.Left), said.Min(w => w.Top), said.Max(w => w.Right), said.Max(w => w.Bottom));
    }

    private static double Units(string text) => text.Sum(c => c < '\u0250' ? .5 : 1);

    private static bool IsGap(PrintedWord before, PrintedWord after, double em)
    {
        var (last, first) = (before.Text[^1], after.Text[0]);
        if (last < '\u0250' && first < '\u0250') return !(char.IsAsciiDigit(last) && char.IsAsciiDigit(first)) || after.Left - before.Right > .4 * em;
        return char.IsLetterOrDigit(last) && char.IsLetterOrDigit(first) && after.Left - before.Right >= WideGap * em;
    }
}
