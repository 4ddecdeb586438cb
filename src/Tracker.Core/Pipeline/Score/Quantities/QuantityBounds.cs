using System.Globalization;
using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Score.Quantities;

/// <summary>Whether a number keeps a bound, and by how much it misses it.</summary>
public static class QuantityBounds
{
    /// <summary>左右 and 约 leave room for a twentieth.</summary>
    private const decimal Leeway = 0.05m;

    /// <summary>What is missing in the target's unit; 0 where the target is met. Growth beyond what was promised is no miss.</summary>
    public static decimal Shortfall(Quantity target, decimal reported) => target.Bound switch
    {
        QuantityBound.AtMost => Math.Max(0, reported - target.Value),
        QuantityBound.About => reported >= target.Value * (1 - Leeway) ? 0 : target.Value - reported,
        QuantityBound.Exactly or QuantityBound.AtLeast or QuantityBound.MoreThan => Math.Max(0, target.Value - reported),
        _ => throw new ArgumentOutOfRangeException(nameof(target), target.Bound, "Unknown bound"),
    };

    /// <summary>A number in the way that the genre writes it: 万 and 亿, no needless zeros.</summary>
    public static string Write(decimal value, string unit)
    {
        var (scaled, factor) = value >= 100_000_000 ? (value / 100_000_000, "亿") : value >= 10_000 ? (value / 10_000, "万") : (value, "");
        return Math.Round(scaled, 2).ToString("0.##", CultureInfo.InvariantCulture) + factor + unit;
    }
}
