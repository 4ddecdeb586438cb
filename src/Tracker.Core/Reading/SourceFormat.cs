using System.Text;

namespace Tracker.Core.Reading;

/// <summary>文件格式: what a document's bytes are, whatever its name says.</summary>
public enum SourceFormat
{
    Text,
    Html,
    Pdf,

    /// <summary>A zip archive, as which Word documents come; whether it is one is told by what is inside.</summary>
    Word,
    Picture,
}

public static class SourceFormats
{
    /// <summary>Files may have some bytes before the mark of PDF; readers look for it in this many.</summary>
    private const int PdfMarkWithin = 1024;
    private const int MarkupWithin = 2048;

    private static readonly byte[][] Pictures =
    [
        [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A],
    ];

    private static readonly string[] OpeningTags = ["<!doctype html", "<html", "<head", "<meta", "<body", "<title", "<div", "<article", "<table", "<p>"];

    private static readonly string[] WebPages = [".html", ".htm", ".xhtml", ".shtml"];

    private static readonly Dictionary<SourceFormat, string[]> Extensions = new()
    {
        [SourceFormat.Text] = [".txt", ".md", ".text", ".markdown"],
        [SourceFormat.Html] = WebPages,
        [SourceFormat.Pdf] = [".pdf"],
        [SourceFormat.Word] = [".docx", ".docm", ".dotx"],
        [SourceFormat.Picture] = [".png", ".jpg", ".jpeg", ".tif", ".tiff"],
    };

    /// <summary>Every extension of a document that can be read, lower case with its dot.</summary>
    public static IReadOnlyList<string> KnownExtensions { get; } = [.. Extensions.Values.SelectMany(names => names)];

    /// <param name="extension">Of the file's name, with its dot; asked only where the bytes leave it open.</param>
    public static SourceFormat Of(ReadOnlySpan<byte> bytes, string extension)
    {
        if (bytes[..Math.Min(bytes.Length, PdfMarkWithin)].IndexOf("%PDF-"u8) >= 0) return SourceFormat.Pdf;
        if (bytes.StartsWith<byte>([0x50, 0x4B, 0x03, 0x04])) return SourceFormat.Word;
        foreach (var picture in Pictures)
        {
            if (bytes.StartsWith(picture)) return SourceFormat.Picture;
        }

        return IsMarkup(bytes, WebPages.Contains(extension, StringComparer.OrdinalIgnoreCase)) ? SourceFormat.Html : SourceFormat.Text;
    }

    /// <summary>Whether a name's extension promises another format than the bytes have; unknown extensions promise nothing.</summary>
    public static bool Contradicts(SourceFormat format, string extension) =>
        KnownExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase) && !Extensions[format].Contains(extension, StringComparer.OrdinalIgnoreCase);

    private static bool IsMarkup(ReadOnlySpan<byte> bytes, bool named)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MarkupWithin)]).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\t', '\r', '\n');
        if (named) return start.Contains('<', StringComparison.Ordinal);
        return (start.StartsWith("<!", StringComparison.Ordinal) || start.StartsWith("<?xml", StringComparison.Ordinal) || OpeningTags.Any(tag => start.StartsWith(tag, StringComparison.OrdinalIgnoreCase)))
            && OpeningTags.Any(tag => start.Contains(tag, StringComparison.OrdinalIgnoreCase));
    }
}
