using Microsoft.OpenApi;

namespace Tracker.Web.Features.Developers;

/// <summary>One address of the API with one verb, as the page to try it shows it.</summary>
/// <param name="IsGuarded">Whether it asks for an account.</param>
/// <param name="Streams">Whether the answer goes on until somebody stops it.</param>
/// <param name="Body">An example of what is sent as JSON; null where nothing is.</param>
/// <param name="Parts">The fields of a form with a file; empty where none is sent.</param>
/// <param name="Fields">What the values in <paramref name="Body"/> mean.</param>
public sealed record ApiOperation(
    string Id, string Method, string Path, string Summary, bool IsGuarded, bool Streams, IReadOnlyList<ApiOperation.Value> Parameters, string? Body,
    IReadOnlyList<ApiOperation.Value> Parts, IReadOnlyList<ApiOperation.Value> Fields, IReadOnlyList<ApiOperation.Answer> Answers)
{
    private const string Form = "multipart/form-data";

    public bool IsRead => Method == HttpMethods.Get;

    /// <param name="Choices">Of which it is one; empty where it may be anything.</param>
    public sealed record Value(string Name, bool IsInPath, bool IsRequired, bool IsFile, string Description, string Example, IReadOnlyList<string> Choices);

    public sealed record Answer(string Status, string Description);

    /// <param name="given">Values by name; a parameter of the path that is not among them has its example.</param>
    /// <returns>Null where a required value is missing.</returns>
    public string? AddressWith(IReadOnlyDictionary<string, string> given)
    {
        var address = Path;
        foreach (var part in Parameters.Where(parameter => parameter.IsInPath))
        {
            if (!given.TryGetValue(part.Name, out var value) || value.Trim() is not { Length: > 0 } id || id.All(letter => letter == '.')) return null;
            address = address.Replace($"{{{part.Name}}}", Uri.EscapeDataString(id), StringComparison.Ordinal);
        }

        var asked = Parameters.Where(parameter => !parameter.IsInPath && given.GetValueOrDefault(parameter.Name) is { Length: > 0 })
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(given[parameter.Name])}").ToList();
        return asked.Count > 0 ? $"{address}?{string.Join('&', asked)}" : address;
    }

    internal static ApiOperation Of(string path, HttpMethod method, OpenApiOperation described)
    {
        var content = described.RequestBody?.Content;
        var form = content?.FirstOrDefault(type => type.Key == Form).Value?.Schema;
        var json = content?.FirstOrDefault(type => type.Key != Form).Value;
        return new ApiOperation(
            described.OperationId!, method.Method, path, described.Summary ?? "", described.Security is { Count: > 0 },
            described.Responses?.Values.Any(answer => answer.Content?.ContainsKey("text/event-stream") == true) == true,
            [.. (described.Parameters ?? []).Select(OfParameter)], json?.Example?.ToJsonString(Indented), ValuesOf(form), ValuesOf(json?.Schema),
            [.. (described.Responses ?? []).OrderBy(answer => answer.Key, StringComparer.Ordinal).Select(answer => new Answer(answer.Key, answer.Value.Description ?? ""))]);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static Value OfParameter(IOpenApiParameter parameter)
    {
        var isSwitch = parameter.Schema?.Type?.HasFlag(JsonSchemaType.Boolean) == true;
        var choices = isSwitch ? ["true", "false"] : parameter.Schema?.Enum?.Select(choice => choice.ToString()).ToArray() ?? [];
        return new Value(
            parameter.Name!, parameter.In == ParameterLocation.Path, parameter.Required, IsFile: false, parameter.Description ?? "", parameter.Example?.ToString() ?? "", choices);
    }

    private static List<Value> ValuesOf(IOpenApiSchema? schema) =>
        [.. (schema?.Properties ?? new Dictionary<string, IOpenApiSchema>()).Select(field => new Value(
            field.Key, IsInPath: false, schema?.Required?.Contains(field.Key) == true, field.Value.Format == "binary", field.Value.Description ?? "", "", []))];
}
