using System.Text.Json;

namespace Tracker.Core.Pipeline.Match;

/// <summary>权重: the fitted formulas of matching and scoring, with what they were fitted on.</summary>
/// <param name="Method">The method version that they belong to.</param>
/// <param name="Labels">SHA-256 of the labels that they were fitted on, in hexadecimal.</param>
/// <param name="Models">Formulas by name; see the constants.</param>
/// <param name="LeaveOnePairOut">Figures of each labelled pair with formulas fitted without it and without any of the same body.</param>
public sealed record MethodWeights(
    string Method, string Labels, IReadOnlyDictionary<string, LinearModel> Models,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> LeaveOnePairOut)
{
    /// <summary>How well a clause answers a commitment; inputs are <see cref="MatchFeature"/>.</summary>
    public const string Match = "match";

    /// <summary>Whether the review reports on the commitment at all.</summary>
    public const string Reported = "reported";

    /// <summary>Whether what is reported is the whole of it.</summary>
    public const string Fulfilled = "fulfilled";

    /// <summary>Whether a further span is shown beside the best one.</summary>
    public const string Span = "span";

    /// <summary>Whether the status is right.</summary>
    public const string Confidence = "confidence";

    /// <summary>Name of the file inside the assembly.</summary>
    internal const string Resource = "model/weights.json";

    private static readonly Lazy<MethodWeights> Embedded = new(Load);

    public static MethodWeights Shared => Embedded.Value;

    public LinearModel this[string model] => Models[model];

    public static MethodWeights Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new MethodWeights(
            root.GetProperty("method").GetString()!, root.GetProperty("labels").GetString()!,
            root.GetProperty("models").EnumerateObject().ToDictionary(entry => entry.Name, entry => ReadModel(entry.Value)),
            root.GetProperty("leaveOnePairOut").EnumerateObject().ToDictionary(
                pair => pair.Name,
                pair => (IReadOnlyDictionary<string, double>)pair.Value.EnumerateObject().ToDictionary(figure => figure.Name, figure => figure.Value.GetDouble())));
    }

    /// <summary>The file's text; numbers rounded to six digits so that it reads and compares well.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteString("method", Method);
            writer.WriteString("labels", Labels);
            writer.WriteStartObject("models");
            foreach (var (name, model) in Models)
            {
                writer.WriteStartObject(name);
                writer.WriteNumber("intercept", Math.Round(model.Intercept, 6));
                for (var k = 0; k < model.Names.Count; k++) writer.WriteNumber(model.Names[k], Math.Round(model.Weights[k], 6));
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
            writer.WriteStartObject("leaveOnePairOut");
            foreach (var (pair, figures) in LeaveOnePairOut)
            {
                writer.WriteStartObject(pair);
                foreach (var (name, value) in figures) writer.WriteNumber(name, Math.Round(value, 4));
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static LinearModel ReadModel(JsonElement element)
    {
        var entries = element.EnumerateObject().ToList();
        var inputs = entries.Where(entry => entry.Name != "intercept").ToList();
        return new LinearModel(
            [.. inputs.Select(entry => entry.Name)], [.. inputs.Select(entry => entry.Value.GetDouble())], element.GetProperty("intercept").GetDouble());
    }

    private static MethodWeights Load()
    {
        using var stream = typeof(MethodWeights).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The assembly carries no " + Resource);
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }
}
