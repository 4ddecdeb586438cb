using System.Text;

namespace Tracker.Core.Reading;

/// <summary>
/// 网页解码: a web page's bytes as text. A byte order mark decides; then UTF-8, if the bytes are sound, since pages that are UTF-8 often say
/// otherwise; then what the page itself says; then GB18030, in which the other Chinese pages are.
/// </summary>
public static class MarkupDecoder
{
    private const int DeclaredWithin = 4096;

    /// <returns>The markup, the encoding's name, and whether bytes that made no sense stand in it as U+FFFD.</returns>
    public static (string Markup, string Encoding, bool Damaged) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) return Lenient(bytes[3..], Encoding.UTF8);
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return Lenient(bytes[2..], Encoding.Unicode);
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return Lenient(bytes[2..], Encoding.BigEndianUnicode);
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return (Encoding.UTF8.GetString(bytes), "utf-8", false);
        var declared = Declared(bytes) ?? Gb18030;
        var read = Lenient(bytes, declared);
        if (!read.Damaged || declared.WebName == Gb18030.WebName) return read;
        var other = Lenient(bytes, Gb18030);
        return other.Damaged && ChineseProse.FamiliarShare(read.Markup) >= ChineseProse.FamiliarShare(other.Markup) ? read : other;
    }

    private static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")
        ?? throw new InvalidOperationException("The runtime lacks GB18030.");

    private static (string Markup, string Encoding, bool Damaged) Lenient(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var text = encoding.GetString(bytes);
        return (text, encoding.WebName, text.Contains('\ufffd', StringComparison.Ordinal));
    }

    /// <summary>The encoding after <c>charset=</c>; the older Chinese ones are read as GB18030, which holds them.</summary>
    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclaredWithin)]);
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var name = new string([.. head[(at + 8)..].TrimStart('"', '\'', ' ').TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')]);
        if (name.StartsWith("gb", StringComparison.OrdinalIgnoreCase)) return Gb18030;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
