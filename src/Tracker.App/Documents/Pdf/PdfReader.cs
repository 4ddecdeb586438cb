using System.Globalization;
using Tracker.App.Documents.Programs;
using Tracker.App.Documents.Scans;
using Tracker.Core.Domain;
using Tracker.Core.Reading;

namespace Tracker.App.Documents.Pdf;

/// <summary>
/// Reads a PDF by its text layer, and page by page from the picture where the layer has none: a page with fewer than ten letters, or every page
/// where what the layer says is no Chinese prose.
/// </summary>
internal sealed class PdfReader(ProgramRunner programs, PageScanner scanner, DocumentSettings settings)
{
    private const int EndWithin = 64 * 1024;

    public async Task<DocumentText> ReadAsync(byte[] bytes, CancellationToken cancellation)
    {
        if (bytes.AsSpan(Math.Max(0, bytes.Length - EndWithin)).LastIndexOf("%%EOF"u8) < 0)
        {
            throw new UnreadableDocumentException(UnusableCodes.Truncated, "这份PDF没有结尾，可能没有传完，请重新提交完整的文件。");
        }

        using var folder = new WorkFolder();
        var file = await folder.WriteAsync("document.pdf", bytes, cancellation);
        var facts = await FactsAsync(file, folder, cancellation);
        var layer = await LayerAsync(file, folder, cancellation);
        var wholly = !TextLayer.IsProse(layer);
        var missing = Enumerable.Range(0, facts.Pages).Where(page => wholly || page >= layer.Count || layer[page].Letters < TextLayer.FewestLetters).ToList();
        if (missing.Count == 0) return Restored(layer, "pdftotext", "pdf", [Versions(await VersionAsync(folder, cancellation))], []);
        return await ScannedAsync(file, folder, facts, layer, missing, wholly, cancellation);
    }

    private async Task<PdfFacts> FactsAsync(string file, WorkFolder folder, CancellationToken cancellation)
    {
        var most = settings.MostPages.ToString(CultureInfo.InvariantCulture);
        var told = await programs.RunAsync(OutsideProgram.PdfInfo, ["-f", "1", "-l", most, file], folder.Path, cancellation);
        if (told.Errors.Contains("Incorrect password", StringComparison.Ordinal))
        {
            throw new UnreadableDocumentException(UnusableCodes.Encrypted, "这份PDF要密码才能打开，请去掉密码后再提交。");
        }

        if (told.ExitStatus != 0 || PdfFacts.Of(told.Text) is not { } facts)
        {
            throw new UnreadableDocumentException(UnusableCodes.Damaged, "这份PDF已损坏，打不开，请重新导出后再提交。");
        }

        return facts.Pages <= settings.MostPages
            ? facts
            : throw new UnreadableDocumentException(UnusableCodes.TooManyPages, $"这份PDF有{facts.Pages}页，超过{settings.MostPages}页，请只保留报告正文。");
    }

    private async Task<IReadOnlyList<PrintedPage>> LayerAsync(string file, WorkFolder folder, CancellationToken cancellation)
    {
        var text = await programs.RunAsync(OutsideProgram.PdfToText, ["-bbox-layout", "-enc", "UTF-8", file, "-"], folder.Path, cancellation);
        return text.ExitStatus switch
        {
            0 => TextLayerLines.Of(text.Text),
            3 => throw new UnreadableDocumentException(UnusableCodes.Encrypted, "这份PDF禁止复制文字，请提交可以复制的文件。"),
            _ => throw new UnreadableDocumentException(UnusableCodes.Damaged, "这份PDF已损坏，读不出文字，请重新导出后再提交。"),
        };
    }

    private async Task<DocumentText> ScannedAsync(
        string file, WorkFolder folder, PdfFacts facts, IReadOnlyList<PrintedPage> layer, List<int> missing, bool wholly, CancellationToken cancellation)
    {
        var poppler = Versions(await VersionAsync(folder, cancellation));
        if (!wholly && !PageScanner.IsInstalled)
        {
            var pages = string.Join('、', missing.Take(10).Select(page => page + 1));
            return Restored(layer, "pdftotext", "pdf", [poppler], [new Issue("page-not-read", IssueSeverity.Warning, new TextSpan(0, 0),
                $"第{pages}页没有文字层，这台机器上也没有识别图片的程序（Debian软件包{OutsideProgram.Tesseract.Package}），这些页没有读。")]);
        }

        if (missing.Count > settings.MostScannedPages)
        {
            throw new UnreadableDocumentException(UnusableCodes.TooManyPages, $"这份PDF有{missing.Count}页是图片，超过{settings.MostScannedPages}页，请只保留报告正文或提交文字版。");
        }

        var scanned = await scanner.ReadPagesAsync(file, folder, facts, missing, cancellation);
        var read = Enumerable.Range(0, facts.Pages).Select(page =>
        {
            var own = page < layer.Count && !wholly ? layer[page] : new PrintedPage(1, 1, []);
            return scanned.Pages.TryGetValue(page, out var seen) && seen.Letters > own.Letters ? seen : own;
        });
        var names = wholly ? ("tesseract", "scan") : ("pdftotext+tesseract", "pdf");
        var restored = Restored([.. read], names.Item1, names.Item2, [poppler, scanned.Version], scanned.Issues);
        return restored with { Text = ScannedPunctuation.Repair(restored.Text) };
    }

    private static DocumentText Restored(IReadOnlyList<PrintedPage> pages, string name, string decodedAs, string[] used, IReadOnlyList<Issue> issues)
    {
        var (text, map) = PrintedText.Restore(pages);
        return new DocumentText(text, map, decodedAs, Extractor.With(name, used), issues);
    }

    private async Task<string> VersionAsync(WorkFolder folder, CancellationToken cancellation) =>
        (await programs.RunAsync(OutsideProgram.PdfToText, ["-v"], folder.Path, cancellation)).Errors;

    private static string Versions(string told) => "poppler-" + (told.Split('\n')[0].Split(' ') is [.., var version] ? version.Trim() : "");
}
