using System.Globalization;

namespace Tracker.Cli.Output;

/// <summary>How numbers and quotations are printed for people.</summary>
internal static class Printed
{
    public static string Percent(double? share) => share is { } value ? value.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal) : "—";

    public static string Year(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "—";

    /// <summary>A stranger's words on one line, with nothing that would steer a terminal.</summary>
    public static string Harmless(string words) => string.Concat(words.Select(character => char.IsControl(character) ? ' ' : character));

    /// <summary>A quotation on one line, without the source's line breaks.</summary>
    public static string OneLine(string quote) => string.Concat(quote.Where(character => character is not ('\r' or '\n')));
}
