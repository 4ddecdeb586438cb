using System.Globalization;
using Microsoft.Extensions.Configuration;
using Tracker.Data;

namespace Tracker.App.Runs;

/// <param name="Lease">How long a worker may be silent before others take its pair.</param>
/// <param name="Poll">How long a worker without work waits before it looks again.</param>
public sealed record RunSettings(TimeSpan Lease, TimeSpan Poll)
{
    public static readonly RunSettings Default = new(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(1));

    /// <summary>Reads <c>Tracker:Runs:LeaseSeconds</c> and <c>Tracker:Runs:PollSeconds</c>.</summary>
    /// <exception cref="DatabaseSettingsException">One is no number of seconds above 0.</exception>
    public static RunSettings From(IConfiguration configuration) => new(
        Seconds(configuration, "LeaseSeconds", Default.Lease), Seconds(configuration, "PollSeconds", Default.Poll));

    private static TimeSpan Seconds(IConfiguration configuration, string name, TimeSpan otherwise)
    {
        if (configuration[$"Tracker:Runs:{name}"] is not { Length: > 0 } text) return otherwise;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 86400
            ? TimeSpan.FromSeconds(seconds)
            : throw new DatabaseSettingsException($"Tracker__Runs__{name} is '{text}': use a number of seconds above 0.");
    }
}
