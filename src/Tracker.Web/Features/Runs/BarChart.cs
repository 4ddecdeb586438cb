using System.Text.Json;

namespace Tracker.Web.Features.Runs;

/// <summary>Stacked bars with the table of the same figures behind them.</summary>
/// <param name="Labels">One a bar.</param>
public sealed record BarChart(IReadOnlyList<string> Labels, IReadOnlyList<BarChart.Part> Parts)
{
    /// <param name="Tone">Name of the stylesheet's colour.</param>
    /// <param name="Waits">Drawn hollow: readers do not see it yet.</param>
    public sealed record Part(string Name, string Tone, IReadOnlyList<int> Values, bool Waits = false);

    public bool IsEmpty => Parts.All(part => part.Values.All(value => value == 0));

    public string Json => JsonSerializer.Serialize(new { Labels, Parts }, JsonSerializerOptions.Web);
}
