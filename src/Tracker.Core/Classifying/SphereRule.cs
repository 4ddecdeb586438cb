using System.Text.Json.Serialization;
using Tracker.Core.Domain;

namespace Tracker.Core.Classifying;

/// <summary>The words that tell of one 领域.</summary>
/// <param name="Says">What the field covers, in the domain's words.</param>
/// <param name="Example">A clause that is of the field.</param>
/// <param name="CounterExample">A clause that looks alike and is not.</param>
public sealed record SphereRule(Sphere Sphere, string Says, string Example, string CounterExample, [property: JsonPropertyName("words")] string WordLine)
{
    /// <summary>Longer words go before shorter ones that they hold: 廉洁文化 tells of 党建, 文化 alone of 文旅.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Words { get; } = WordLine.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
