using System.Globalization;

namespace Tracker.Cli.Output;

/// <summary>How numbers and quotations are printed for people.</summary>
internal static class Printed
{
    public static string Percent(double? share) => share is { } value ? value.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal) : "—";

    public static string Year(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "—";

    /// <summary>A quotation on one line, without the source's line breaks.</summary>
    public static string OneLine(string quote) => string.Concat(quote.Where(character => character is not ('\r' or '\n')));
}
