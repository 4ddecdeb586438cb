using System.IO.Compression;
using System.Security;
using System.Text;

namespace Tracker.Web.Tests.Documents;

/// <summary>Makes Word documents part by part, as Word writes them.</summary>
internal static class WordReports
{
    public const string Names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    private const string Types = """
        <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>
        """;

    private const string Package = """
        <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
        """;

    private const string Relations = """
        <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>
        """;

    /// <summary>Chapters 一、, then （一）, then 1. by automatic numbers; a style 标题 1 takes the chapters' list.</summary>
    private const string Numbering = $"""
        <w:numbering {Names}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>
        """;

    private const string Styles = $"""
        <w:styles {Names}><w:style w:type="paragraph" w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>
        """;

    /// <summary>One paragraph a line of the text, with a header that is no part of it.</summary>
    public static byte[] OfText(string text) => OfBody(string.Concat(PrintedReports.Lines(text).Select(Paragraph)));

    public static string Paragraph(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r></w:p>";

    public static string Item(string text, int level, int list = 1) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    public static byte[] OfBody(string body) => OfDocument($"<?xml version=\"1.0\"?><w:document {Names}><w:body>{body}</w:body></w:document>");

    public static byte[] OfDocument(string document) => Zip(archive => Fill(archive, Encoding.UTF8.GetBytes(document)));

    /// <summary>A document of a gigabyte of blanks, packed into a megabyte.</summary>
    public static byte[] Bomb(int megabytes) => Zip(archive =>
    {
        Fill(archive, null);
        using var part = archive.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
        var blanks = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
        for (var i = 0; i < megabytes; i++) part.Write(blanks);
    });

    public static byte[] Zip(Action<ZipArchive> fill)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true)) fill(archive);
        return bytes.ToArray();
    }

    private static void Fill(ZipArchive archive, byte[]? document)
    {
        var header = $"<w:hdr {Names}>{Paragraph("内部资料，注意保存")}</w:hdr>";
        foreach (var (name, text) in new[] { ("[Content_Types].xml", Types), ("_rels/.rels", Package), ("word/_rels/document.xml.rels", Relations), ("word/numbering.xml", Numbering), ("word/styles.xml", Styles), ("word/header1.xml", header) })
            Add(archive, name, Encoding.UTF8.GetBytes(text));
        if (document is not null) Add(archive, "word/document.xml", document);
    }

    public static void Add(ZipArchive archive, string name, byte[] bytes)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(bytes);
    }
}
