namespace Tracker.App.Documents.Programs;

/// <summary>A program that reads a format, and the Debian package that has it.</summary>
internal sealed record OutsideProgram(string Name, string Package, string Reads)
{
    public static readonly OutsideProgram PdfInfo = new("pdfinfo", "poppler-utils", "PDF");
    public static readonly OutsideProgram PdfToText = new("pdftotext", "poppler-utils", "PDF");
    public static readonly OutsideProgram PdfToPpm = new("pdftoppm", "poppler-utils", "扫描件");
    public static readonly OutsideProgram Tesseract = new("tesseract", "tesseract-ocr tesseract-ocr-chi-sim", "扫描件和图片");

    /// <returns>Its full path; null where it is not installed.</returns>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Concat(["/usr/bin", "/bin", "/usr/local/bin"]).Where(Path.IsPathRooted).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
