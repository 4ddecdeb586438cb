using Microsoft.Extensions.Configuration;

namespace Tracker.App;

/// <summary>时区: in which moments are shown, on pages, in the API and in files alike.</summary>
public static class TimeZones
{
    private const string Default = "Asia/Shanghai";

    /// <summary>The zone of the setting <c>Tracker:TimeZone</c>.</summary>
    /// <exception cref="InvalidOperationException">This machine does not know the zone.</exception>
    public static TimeZoneInfo From(IConfiguration? configuration)
    {
        var name = configuration?["Tracker:TimeZone"] is { Length: > 0 } chosen ? chosen : Default;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }

        // China has no summer time, so that the default needs no time zone database.
        return name == Default
            ? TimeZoneInfo.CreateCustomTimeZone(Default, TimeSpan.FromHours(8), Default, Default)
            : throw new InvalidOperationException($"Tracker__TimeZone is '{name}', which this machine does not know: use a name such as {Default}.");
    }
}
