using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tracker.Core.Pipeline.Extract.Vocabulary;

/// <summary>Reads the data files that travel inside the assembly.</summary>
internal static class EmbeddedData
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <exception cref="InvalidOperationException">The assembly was built without the file, or the file is empty.</exception>
    public static T Read<T>(string name)
    {
        using var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The data file {name} is missing from the assembly.");
        return JsonSerializer.Deserialize<T>(stream, Options)
            ?? throw new InvalidOperationException($"The data file {name} is empty.");
    }

}
