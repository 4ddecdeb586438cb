using System.Text;

namespace Tracker.App.Reports;

/// <summary>Reads the text out of a document's bytes.</summary>
internal static class DocumentText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly (byte[] Mark, Encoding Encoding)[] Marked =
    [
        ([0xEF, 0xBB, 0xBF], Utf8),
        ([0xFF, 0xFE], new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true)),
        ([0xFE, 0xFF], new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true)),
    ];

    /// <returns>The text without byte order mark, and the encoding that it was in.</returns>
    /// <exception cref="UnusableInputException"><c>empty</c>, <c>not-text</c>, <c>truncated</c> or <c>unknown-encoding</c>.</exception>
    public static (string Text, string DecodedAs) Read(string name, byte[] bytes)
    {
        var (text, encoding) = Decode(name, bytes);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new UnusableInputException("empty", $"{name} is empty: hand in the report's text.");
        }

        return text.Any(character => char.IsControl(character) && !char.IsWhiteSpace(character))
            ? throw new UnusableInputException("not-text", $"{name} is not a text file: hand in the report as plain text.")
            : (text, encoding);
    }

    private static (string Text, string DecodedAs) Decode(string name, byte[] bytes)
    {
        foreach (var (mark, encoding) in Marked)
        {
            if (bytes.AsSpan().StartsWith(mark))
            {
                return TryDecode(encoding, bytes, mark.Length, out var marked) is null
                    ? (marked, encoding.WebName)
                    : throw new UnusableInputException("unknown-encoding", $"{name} says that it is {encoding.WebName} and is not: save it as UTF-8.");
            }
        }

        if (TryDecode(Utf8, bytes, 0, out var utf8) is not { } brokenUtf8)
        {
            return (utf8, Utf8.WebName);
        }

        if (bytes.Contains((byte)0))
        {
            throw new UnusableInputException("not-text", $"{name} is not a text file: hand in the report as plain text.");
        }

        // A text that is sound but for its very last character was cut off. Up to there it also tells UTF-8 from GB18030.
        if (IsAtEnd(brokenUtf8, bytes))
        {
            throw Truncated(name);
        }

        if (TryDecode(Gb18030, bytes, 0, out var gb18030) is not { } brokenGb18030)
        {
            return (gb18030, Gb18030.WebName);
        }

        throw IsAtEnd(brokenGb18030, bytes)
            ? Truncated(name)
            : new UnusableInputException("unknown-encoding", $"{name} is neither UTF-8 nor GB18030: save it as UTF-8.");
    }

    /// <returns>Null, or where the bytes stop making sense.</returns>
    private static int? TryDecode(Encoding encoding, byte[] bytes, int start, out string text)
    {
        try
        {
            text = encoding.GetString(bytes, start, bytes.Length - start);
            return null;
        }
        catch (DecoderFallbackException broken)
        {
            text = "";
            return start + broken.Index;
        }
    }

    private static bool IsAtEnd(int index, byte[] bytes) => index >= bytes.Length - 4;

    private static UnusableInputException Truncated(string name) =>
        new("truncated", $"{name} ends in the middle of a character: hand in the whole file.");
}
