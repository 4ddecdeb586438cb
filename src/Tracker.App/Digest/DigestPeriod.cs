using System.Globalization;
using Tracker.Data.Entities;

namespace Tracker.App.Digest;

/// <summary>周 or 月: the stretch of time that a digest tells of, from midnight to midnight in the installation's time zone.</summary>
/// <param name="Key">Such as <c>2026-W47</c>, the ISO week, or <c>2026-11</c>.</param>
/// <param name="End">The first moment after it.</param>
public sealed record DigestPeriod(string Key, DigestFrequency Frequency, DateOnly FirstDay, DateOnly LastDay, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Reads a week such as <c>2026-W47</c>; null where it is none.</summary>
    public static DigestPeriod? ParseWeek(string text, TimeZoneInfo zone) =>
        text is [_, _, _, _, '-', 'W', _, _]
        && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1990 and < 9000
        && int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var week) && week >= 1 && week <= ISOWeek.GetWeeksInYear(year)
            ? Week(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)), zone)
            : null;

    /// <summary>The week that holds this moment.</summary>
    public static DigestPeriod WeekOf(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
        return Week(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)), zone);
    }

    /// <summary>The last week that is over.</summary>
    public static DigestPeriod LastWeek(DateTimeOffset now, TimeZoneInfo zone) => WeekOf(now - TimeSpan.FromDays(7), zone);

    /// <summary>The week or month, whichever this one is, that holds this moment.</summary>
    public DigestPeriod SuchOneOf(DateTimeOffset moment, TimeZoneInfo zone) => Frequency == DigestFrequency.Monthly
        ? Month(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime), zone)
        : WeekOf(moment, zone);

    /// <summary>The month whose last day lies in this week, and whose digest is sent with it; null where there is none.</summary>
    public DigestPeriod? EndingMonth(TimeZoneInfo zone)
    {
        var next = new DateOnly(LastDay.Year, LastDay.Month, 1);
        if (LastDay.AddDays(1).Day == 1) next = LastDay.AddDays(1);
        if (next.AddDays(-1) < FirstDay) return null;
        return Month(next.AddDays(-1), zone);
    }

    private static DigestPeriod Month(DateOnly day, TimeZoneInfo zone)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return Of(first.ToString("yyyy-MM", CultureInfo.InvariantCulture), DigestFrequency.Monthly, first, first.AddMonths(1).AddDays(-1), zone);
    }

    private static DigestPeriod Week(DateOnly monday, TimeZoneInfo zone)
    {
        var day = monday.ToDateTime(TimeOnly.MinValue);
        return Of(
            string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}"), DigestFrequency.Weekly, monday, monday.AddDays(6), zone);
    }

    private static DigestPeriod Of(string key, DigestFrequency frequency, DateOnly first, DateOnly last, TimeZoneInfo zone) =>
        new(key, frequency, first, last, Midnight(first, zone), Midnight(last.AddDays(1), zone));

    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
