using System.Text.Json;

namespace Tracker.Web.Language;

/// <summary>Names of enumeration values as addresses, class names and the API write them: <c>camelCase</c>.</summary>
public static class Codes
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Reads a code; null where it names no value.</summary>
    public static T? Parse<T>(string? code) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == code)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>What a refusal says of a code that names no value.</summary>
    /// <param name="more">Words that may stand in place of a value.</param>
    public static string OneOf<T>(params string[] more) where T : struct, Enum => OneOf([.. Enum.GetValues<T>().Select(Of)], more);

    /// <inheritdoc cref="OneOf{T}"/>
    public static string OneOf(IEnumerable<string> codes, params string[] more) => $"请用其中之一：{string.Join('、', codes.Concat(more))}。";
}
