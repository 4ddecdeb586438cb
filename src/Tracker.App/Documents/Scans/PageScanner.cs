using System.Collections.Concurrent;
using System.Globalization;
using Tracker.App.Documents.Pdf;
using Tracker.App.Documents.Programs;
using Tracker.Core.Domain;
using Tracker.Core.Reading;

namespace Tracker.App.Documents.Scans;

/// <summary>识别扫描件: reads pictures of pages, by tesseract with its data for simplified Chinese.</summary>
internal sealed class PageScanner(ProgramRunner programs, DocumentSettings settings)
{
    private const double LeastConfidence = 70;
    private const int TellingLetters = 50;

    /// <summary>Width of a sheet of A4 in inches: of a picture's size on paper nothing is known.</summary>
    private const double PaperWidth = 8.27;

    private readonly SemaphoreSlim _places = new(settings.ScansAtOnce);

    public static bool IsInstalled => OutsideProgram.Find(OutsideProgram.Tesseract.Name) is not null;

    /// <summary>Reads a picture that is a document of its own.</summary>
    public async Task<DocumentText> ReadPictureAsync(byte[] bytes, CancellationToken cancellation)
    {
        var header = PictureHeader.Of(bytes) ?? throw new UnreadableDocumentException(UnusableCodes.Truncated, "这张图片不完整，可能没有传完，请重新提交。");
        if (header.Width * header.Height > settings.MostMegapixels * 1_000_000L)
        {
            throw new UnreadableDocumentException(UnusableCodes.TooManyPixels, $"图片有{header.Width}×{header.Height}像素，超过{settings.MostMegapixels}00万像素，请缩小后再提交。");
        }

        using var folder = new WorkFolder();
        var file = await folder.WriteAsync("page" + header.Extension, bytes, cancellation);
        var (page, confidence) = await RecogniseAsync(file, (int)Math.Clamp(Math.Min(header.Width, header.Height) / PaperWidth, 96, 400), folder, cancellation);
        var (text, pages) = PrintedText.Restore([page]);
        return new DocumentText(ScannedPunctuation.Repair(text), pages, "scan", Extractor.With("tesseract", await VersionAsync(folder, cancellation)), Poor(confidence));
    }

    /// <summary>Reads pages of a PDF from their pictures.</summary>
    /// <param name="pages">The first page of the document is 0.</param>
    public async Task<(IReadOnlyDictionary<int, PrintedPage> Pages, string Version, IReadOnlyList<Issue> Issues)> ReadPagesAsync(
        string file, WorkFolder folder, PdfFacts facts, IReadOnlyList<int> pages, CancellationToken cancellation)
    {
        var read = new ConcurrentDictionary<int, (PrintedPage Page, double Confidence)>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.ScansAtOnce, CancellationToken = cancellation };
        // The first pages tell whether the others are worth the time.
        foreach (var part in new[] { pages.Take(3), pages.Skip(3) })
        {
            await Parallel.ForEachAsync(part, options, async (page, token) => read[page] = await ReadPageAsync(file, folder, facts, page, token));
            RefuseOtherLanguages(read.Values.Select(entry => entry.Page));
        }

        return (read.ToDictionary(entry => entry.Key, entry => entry.Value.Page), await VersionAsync(folder, cancellation), Poor(read.Values.Average(entry => entry.Confidence)));
    }

    private async Task<(PrintedPage Page, double Confidence)> ReadPageAsync(string file, WorkFolder folder, PdfFacts facts, int page, CancellationToken cancellation)
    {
        var number = (page + 1).ToString(CultureInfo.InvariantCulture);
        var picture = Path.Combine(folder.Path, "page-" + number);
        var resolution = Resolution(facts, page);
        await _places.WaitAsync(cancellation);
        try
        {
            var drawn = await programs.RunAsync(
                OutsideProgram.PdfToPpm, ["-f", number, "-l", number, "-r", resolution.ToString(CultureInfo.InvariantCulture), "-gray", "-singlefile", file, picture], folder.Path, cancellation);
            if (drawn.ExitStatus != 0 || !File.Exists(picture + ".pgm"))
            {
                throw new UnreadableDocumentException(UnusableCodes.Damaged, $"这份PDF的第{number}页已损坏，画不出来，请重新导出后再提交。");
            }

            var read = await RecogniseInPlaceAsync(picture + ".pgm", resolution, folder, cancellation);
            File.Delete(picture + ".pgm");
            return read;
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task<(PrintedPage Page, double Confidence)> RecogniseAsync(string file, int resolution, WorkFolder folder, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            return await RecogniseInPlaceAsync(file, resolution, folder, cancellation);
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task<(PrintedPage Page, double Confidence)> RecogniseInPlaceAsync(string file, int resolution, WorkFolder folder, CancellationToken cancellation)
    {
        // Left to guess the resolution, tesseract takes lines of Chinese for twice as large and loses every other one.
        var dots = resolution.ToString(CultureInfo.InvariantCulture);
        var seen = await programs.RunAsync(OutsideProgram.Tesseract, [file, "stdout", "-l", "chi_sim", "--psm", "3", "--dpi", dots, "tsv"], folder.Path, cancellation);
        if (seen.ExitStatus == 0) return RecognisedLines.Of(seen.Text);
        throw seen.Errors.Contains("chi_sim", StringComparison.Ordinal)
            ? new UnreadableDocumentException(UnusableCodes.MissingProgram, "tesseract没有简体中文数据，请安装Debian软件包tesseract-ocr-chi-sim。")
            : new UnreadableDocumentException(UnusableCodes.Damaged, "图片已损坏，识别不了，请重新提交。");
    }

    /// <summary>A page too large for the usual resolution is drawn at a lower one.</summary>
    private int Resolution(PdfFacts facts, int page)
    {
        var (width, height) = page < facts.Sizes.Count ? facts.Sizes[page] : (595, 842);
        var most = Math.Sqrt(settings.MostMegapixels * 1e6 / (width * height)) * 72;
        return Math.Max(1, (int)Math.Min(settings.ScanResolution, most));
    }

    private static void RefuseOtherLanguages(IEnumerable<PrintedPage> pages)
    {
        var read = pages.ToList();
        if (read.Sum(page => page.Letters) >= TellingLetters && !TextLayer.IsProse(read))
        {
            throw new UnreadableDocumentException(UnusableCodes.NotChinese, "页面图片里认不出中文，这里只核对中文工作报告；若是中文，请提交更清晰的扫描件。");
        }
    }

    private static IReadOnlyList<Issue> Poor(double confidence) => confidence >= LeastConfidence ? [] :
    [
        new Issue("poor-scan", IssueSeverity.Warning, new TextSpan(0, 0), "扫描件不够清晰，识别的文字可能有较多错误，请对照原件核对。"),
    ];

    private async Task<string> VersionAsync(WorkFolder folder, CancellationToken cancellation)
    {
        var told = await programs.RunAsync(OutsideProgram.Tesseract, ["--version"], folder.Path, cancellation);
        return "tesseract-" + (told.Text.Split('\n')[0].Split(' ') is [_, var version, ..] ? version.Trim() : "");
    }
}
