using System.Globalization;
using Tracker.Core.Domain;

namespace Tracker.Web.Language;

/// <summary>Writes numbers, shares, days and moments for readers.</summary>
public sealed class Figures(Wording words, TimeZoneInfo zone)
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB"];

    /// <summary>A share between 0 and 1 as a whole percentage.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100, MidpointRounding.AwayFromZero):0}%");

    /// <summary>A share as a length in SVG, to a tenth of a percent.</summary>
    public static string Length(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(share, 0, 1) * 100:0.#}%");

    public static string Count(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>In the largest unit of which there is at least one, units of 1024.</summary>
    public static string Bytes(long bytes)
    {
        var (value, unit) = ((double)bytes, 0);
        for (; value >= 1024 && unit < Units.Length - 1; unit++) value /= 1024;
        return string.Create(CultureInfo.InvariantCulture, $"{(unit == 0 || value >= 100 ? Math.Round(value) : Math.Round(value, 1))} {Units[unit]}");
    }

    public static string Score(double score) => score.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Range(Interval interval) => $"{Percent(interval.Low)}–{Percent(interval.High)}";

    public string Day(DateOnly day) => words["date.day", day.Year, day.Month, day.Day];

    /// <summary>Day and time in the time zone of the installation.</summary>
    public string Moment(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        return words["date.moment", Day(DateOnly.FromDateTime(local.DateTime)), local.ToString("HH:mm", CultureInfo.InvariantCulture)];
    }
}
