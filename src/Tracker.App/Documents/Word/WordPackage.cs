using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Tracker.Core.Reading;

namespace Tracker.App.Documents.Word;

/// <summary>
/// The parts of a Word document that make its text. Before any is opened the archive's sizes are added up, by what it declares and by what it
/// unpacks to; entities and document types are forbidden; elements may nest only so deep. Archives inside the archive are never opened.
/// </summary>
internal sealed record WordPackage(XElement Body, XElement? Numbering, XElement? Styles)
{
    private const int MostEntries = 4000;
    private const int Deepest = 256;

    public static WordPackage Open(byte[] bytes, DocumentSettings settings)
    {
        try
        {
            Weigh(bytes, settings.MostUnpackedMegabytes);
            using var document = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
            var main = document.MainDocumentPart ?? throw NotWord();
            var root = Load(main, settings) ?? throw NotWord();
            var body = root.Elements().FirstOrDefault(element => element.Name.LocalName == "body") ?? throw NotWord();
            return new WordPackage(body, Load(main.NumberingDefinitionsPart, settings), Load(main.StyleDefinitionsPart, settings));
        }
        catch (XmlException broken)
        {
            throw new UnreadableDocumentException(UnusableCodes.Damaged, "这份Word文件的内容有误或含有不允许的定义，请用Word另存一份再提交。", broken);
        }
        catch (Exception broken) when (broken is InvalidDataException or FileFormatException or OpenXmlPackageException or IOException or UriFormatException)
        {
            throw new UnreadableDocumentException(UnusableCodes.Truncated, "这份Word文件不完整，可能没有传完，请重新提交。", broken);
        }
    }

    private static void Weigh(byte[] bytes, int mostMegabytes)
    {
        var most = mostMegabytes * 1024L * 1024;
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (archive.GetEntry("EncryptedPackage") is not null) throw Encrypted();
        if (archive.GetEntry("[Content_Types].xml") is null || !archive.Entries.Any(entry => entry.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase))) throw NotWord();
        if (archive.Entries.Count > MostEntries || archive.Entries.Sum(entry => (decimal)entry.Length) > 4m * most) throw TooLarge(mostMegabytes);
        var buffer = new byte[81920];
        var unpacked = 0L;
        foreach (var entry in archive.Entries.Where(IsMarkup))
        {
            // What an archive declares may be a lie: only what comes out counts.
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0;)
            {
                if ((unpacked += read) > most) throw TooLarge(mostMegabytes);
            }
        }
    }

    private static bool IsMarkup(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        || !Path.HasExtension(entry.FullName);

    private static XElement? Load(OpenXmlPart? part, DocumentSettings settings)
    {
        if (part is null) return null;
        var rules = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = settings.MostUnpackedMegabytes * 1024L * 1024, CloseInput = true,
        };
        using (var reader = XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), rules))
        {
            while (reader.Read())
            {
                if (reader.Depth > Deepest) throw new UnreadableDocumentException(UnusableCodes.TooDeep, "这份Word文件的内容嵌套得太深，请用Word另存一份再提交。");
            }
        }

        using var again = XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), rules);
        return XElement.Load(again, LoadOptions.PreserveWhitespace);
    }

    private static UnreadableDocumentException NotWord() =>
        new(UnusableCodes.Binary, "这是压缩包或其他格式，不是Word文件，请提交.docx、PDF、网页或文本文件。");

    private static UnreadableDocumentException Encrypted() => new(UnusableCodes.Encrypted, "这份Word文件要密码才能打开，请去掉密码后再提交。");

    private static UnreadableDocumentException TooLarge(int mostMegabytes) =>
        new(UnusableCodes.Bomb, $"这份Word文件解开后超过{mostMegabytes} MB，不像一份工作报告，请只保留报告正文。");
}
