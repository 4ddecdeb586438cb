using System.Text.Json;

namespace Tracker.Web.Language;

/// <summary>Reads a language's words from the JSON file that is embedded under its tag.</summary>
public static class WordingFile
{
    public static IReadOnlyDictionary<string, string> Read(string language)
    {
        using var file = typeof(WordingFile).Assembly.GetManifestResourceStream($"wording/{language}.json")
            ?? throw new InvalidOperationException($"No wording is embedded for {language}.");
        using var json = JsonDocument.Parse(file);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in json.RootElement.EnumerateObject())
        {
            foreach (var entry in group.Value.EnumerateObject())
            {
                words.Add($"{group.Name}.{entry.Name}", entry.Value.GetString()!);
            }
        }

        return words;
    }
}
