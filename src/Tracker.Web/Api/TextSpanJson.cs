using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Tracker.Core.Domain;

namespace Tracker.Web.Api;

/// <summary>A span as <c>{"start": 0, "end": 0}</c>.</summary>
internal sealed class TextSpanJson : JsonConverter<TextSpan>
{
    public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var ends = JsonSerializer.Deserialize<Ends>(ref reader, JsonSerializerOptions.Web);
        return ends.Start < 0 || ends.End < ends.Start ? throw new JsonException("A span needs 0 ≤ start ≤ end.") : new TextSpan(ends.Start, ends.End);
    }

    public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("start", value.Start);
        writer.WriteNumber("end", value.End);
        writer.WriteEndObject();
    }

    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonTypeInfo.Type == typeof(TextSpan))
        {
            OpenApiSchema Offset() => new() { Type = JsonSchemaType.Integer, Format = "int32" };
            schema.Type = JsonSchemaType.Object;
            schema.Description = "Half-open range of offsets in UTF-16 code units of the report's text.";
            schema.Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["start"] = Offset(), ["end"] = Offset() };
            schema.Required = new HashSet<string>(StringComparer.Ordinal) { "start", "end" };
        }

        return Task.CompletedTask;
    }

    private readonly record struct Ends(int Start, int End);
}
