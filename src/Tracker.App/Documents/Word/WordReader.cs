namespace Tracker.App.Documents.Word;

/// <summary>Reads a Word document (.docx).</summary>
internal static class WordReader
{
    private static readonly string Library = "openxml-" + typeof(DocumentFormat.OpenXml.OpenXmlElement).Assembly.GetName().Version?.ToString(3);

    public static DocumentText Read(byte[] bytes, DocumentSettings settings)
    {
        var package = WordPackage.Open(bytes, settings);
        var (text, pages) = new WordBody(new WordNumbering(package.Numbering, package.Styles)).Read(package.Body);
        return new DocumentText(text, pages, "docx", Extractor.With("docx", Library), []);
    }
}
