using System.Globalization;
using Microsoft.Extensions.Configuration;
using Tracker.Data;

namespace Tracker.App.Robots;

/// <param name="AllowsLoopback">Whether a robot's address may be on this machine: for a relay that runs here, and for trying it out.</param>
/// <param name="Timeout">Longest wait for the answer to one message.</param>
public sealed record RobotSettings(bool AllowsLoopback, TimeSpan Timeout)
{
    /// <summary>Both services take so many messages a minute from one robot.</summary>
    public const int PerMinute = 20;

    /// <summary>Reads <c>Tracker:Robots:…</c>.</summary>
    /// <exception cref="DatabaseSettingsException">One is wrong; the message says which and what to do.</exception>
    public static RobotSettings Of(IConfiguration? configuration)
    {
        string? Read(string name) => configuration?[$"Tracker:Robots:{name}"] is { Length: > 0 } value ? value : null;

        var loopback = Read("AllowLoopback") is { } text && (bool.TryParse(text, out var flag)
            ? flag
            : throw new DatabaseSettingsException($"Tracker__Robots__AllowLoopback is '{text}': use true or false."));
        var seconds = Read("TimeoutSeconds") is not { } value ? 15 : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 120
            ? number
            : throw new DatabaseSettingsException($"Tracker__Robots__TimeoutSeconds is '{value}': use a whole number from 1 to 120.");
        return new RobotSettings(loopback, TimeSpan.FromSeconds(seconds));
    }
}
