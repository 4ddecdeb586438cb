using Tracker.Core.Reading;

namespace Tracker.App.Reports;

/// <summary>Reads the text out of a document's bytes, or refuses them.</summary>
internal static class DocumentText
{
    /// <returns>The text without byte order mark, and the encoding that it was in.</returns>
    /// <exception cref="UnusableInputException">With one of <see cref="UnusableCodes"/>.</exception>
    public static (string Text, string DecodedAs) Read(string name, byte[] bytes) => TextDecoder.Decode(bytes) switch
    {
        // No text has this character, and PostgreSQL cannot store it.
        Decoding.Readable { Text: var text } when text.Contains('\0', StringComparison.Ordinal) =>
            throw new UnusableInputException(UnusableCodes.Binary, $"{name}：这不是文本文件，请把报告另存为文本文件（UTF-8）。"),
        Decoding.Readable readable => (readable.Text, readable.Encoding),
        Decoding.Unusable unusable => throw new UnusableInputException(unusable.Code, $"{name}：{unusable.Message}"),
        var other => throw new InvalidOperationException($"Unknown decoding {other}."),
    };
}
