using System.Text.Json;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Admin;

/// <summary>What an entry of the audit log says, field by field in plain words. A field or a code without words of its own is shown as it is written.</summary>
public static class LogDetail
{
    /// <summary>Fields whose values are codes that other pages show too.</summary>
    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["decision"] = "decision", ["status"] = "status", ["specificity"] = "specificity", ["role"] = "role", ["cause"] = "runCause", ["outcome"] = "runOutcome",
        ["frequency"] = "digestFrequency", ["scope"] = "digestScope", ["language"] = "digestLanguage",
    };

    /// <summary>Fields that hold what people wrote.</summary>
    private static readonly string[] Written = ["quote", "passage", "reason", "name", "file"];

    /// <summary>Where the field itself does not tell, as for what something was before and after.</summary>
    private static readonly string[] AnyGroup = ["logValue", "mailState", "role", "digestFrequency"];

    /// <param name="Label">Of a field inside another one with that one's label in front.</param>
    public sealed record Field(string Label, string Value);

    /// <param name="detail">As stored; JSON, or else it is shown as it is.</param>
    public static IReadOnlyList<Field> Of(string detail, Wording words)
    {
        try
        {
            using var json = JsonDocument.Parse(detail);
            return json.RootElement.ValueKind == JsonValueKind.Object ? [.. Fields(json.RootElement, "", words)] : [new Field("", detail)];
        }
        catch (JsonException)
        {
            return [new Field("", detail)];
        }
    }

    private static IEnumerable<Field> Fields(JsonElement element, string above, Wording words)
    {
        foreach (var property in element.EnumerateObject())
        {
            var label = above + (words.Find("logField." + property.Name) ?? property.Name);
            if (property.Value.ValueKind != JsonValueKind.Object) yield return new Field(label, Value(property.Name, property.Value, words));
            else foreach (var inner in Fields(property.Value, label + " › ", words)) yield return inner;
        }
    }

    private static string Value(string field, JsonElement value, Wording words) => value.ValueKind switch
    {
        JsonValueKind.String => Named(field, value.GetString()!, words),
        JsonValueKind.True => words["logValue.yes"],
        JsonValueKind.False => words["logValue.no"],
        JsonValueKind.Array => string.Join(words["log.between"], value.EnumerateArray().Select(item => Value(field, item, words))),
        _ => value.GetRawText(),
    };

    private static string Named(string field, string code, Wording words) => Written.Contains(field) ? code :
        (Groups.TryGetValue(field, out var group) ? words.Find($"{group}.{code}") : AnyGroup.Select(any => words.Find($"{any}.{code}")).FirstOrDefault(found => found is not null)) ?? code;
}
