using Quartz;

namespace Tracker.App.Jobs;

/// <summary>Reads what a schedule says.</summary>
public static class ScheduleTimes
{
    public const string China = "Asia/Shanghai";

    private static readonly TimeSpan Soonest = TimeSpan.FromMinutes(1);

    public static bool IsCron(string? cron) =>
        cron is { Length: > 0 and <= 100 } && cron[0] != '@' && CronExpression.TryParse(cron, CronFormat.Unix, out var parsed) && parsed is not null;

    public static TimeZoneInfo? Zone(string? id)
    {
        if (string.IsNullOrWhiteSpace(id)) return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)) return zone;

        // China has no summer time, so that the default needs no time zone database.
        return id == China ? TimeZoneInfo.CreateCustomTimeZone(China, TimeSpan.FromHours(8), China, China) : null;
    }

    /// <summary>The next firing times.</summary>
    /// <param name="after">The first is later than this.</param>
    /// <returns>Fewer where there are no more; none where the expression or the zone cannot be read.</returns>
    public static IReadOnlyList<DateTimeOffset> Next(string? cron, string? zone, DateTimeOffset after, int count)
    {
        if (!IsCron(cron) || Zone(zone) is not { } timeZone) return [];
        var expression = CronExpression.Parse(cron!, CronFormat.Unix);
        expression = new CronExpression(expression.CronExpressionString, timeZone);
        var times = new List<DateTimeOffset>(count);
        while (times.Count < count && expression.GetNextValidTimeAfter(times.Count == 0 ? after : times[^1]) is { } next && next > after - Soonest)
        {
            times.Add(next);
        }

        return times;
    }
}
