using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tracker.App.Contract;

/// <summary>How everything that leaves the product as JSON is written: camel case, Chinese as it is, numbers never locale's.</summary>
public static class ContractJson
{
    public static readonly JsonSerializerOptions Options = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true });

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NewLine = "\n";
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        return options;
    }

    public static string Write<T>(T document) => JsonSerializer.Serialize(document, Options);

    /// <summary>Four decimals: more would only show noise.</summary>
    internal static double Rounded(double value) => Math.Round(value, 4, MidpointRounding.AwayFromZero);
}
