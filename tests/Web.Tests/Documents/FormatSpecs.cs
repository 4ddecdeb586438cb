using System.Text;
using Tracker.Web.Tests.App;
using Tracker.Web.Tests.Cli;

namespace Tracker.Web.Tests.Documents;

/// <summary>The same two reports, whatever they come as, say the same. Every document is made here out of the text.</summary>
public sealed class FormatSpecs : IDisposable
{
    private static readonly Lazy<Task<Findings>> OfText = new(() => Findings.OfAsync(Seeds.TaiyuanPlan, Seeds.TaiyuanReview));

    private readonly Folder _folder = new();

    [Fact]
    public async Task As_text_in_GB18030() => await ShouldSayTheSameAsync("txt", Encoding(text => CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(text)));

    [Fact]
    public async Task As_Word_documents() => await ShouldSayTheSameAsync("docx", Encoding(WordReports.OfText));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb2312")]
    public async Task As_web_pages_full_of_furniture(string charset) => await ShouldSayTheSameAsync("html", Encoding(text => WebPages.OfText(text, charset)));

    [ProgramFact("chromium", "pdftotext")]
    public async Task As_PDF_with_text_and_each_finding_leads_to_its_page()
    {
        var found = await ShouldSayTheSameAsync("pdf", (name, text) => PrintedReports.PrintAsync(_folder.Path, name, text));

        var pages = found.Answer["commitments"]!.AsArray().Select(c => c!["span"]!["page"]!.GetValue<int>()).ToList();
        pages.ShouldBe(pages.Order());
        pages[0].ShouldBeGreaterThan(1);
        found.Answer["commitments"]!.AsArray().SelectMany(c => c!["candidates"]!.AsArray()).ShouldAllBe(c => c!["span"]!["page"]!.GetValue<int>() >= 1);
    }

    [ProgramFact("chromium", "pdftoppm", "tesseract")]
    public async Task As_pages_scanned_at_200_dots_per_inch()
    {
        var files = await Task.WhenAll(Reports.Select(async report =>
            await PrintedReports.ScanAsync(_folder.Path, "scan-" + report.Name, await PrintedReports.PrintAsync(_folder.Path, report.Name, report.Text), 200)));

        var found = await Findings.OfAsync(files[0], files[1]);

        found.F1(await OfText.Value, misread: true).ShouldBeGreaterThanOrEqualTo(.85);
    }

    public void Dispose() => _folder.Dispose();

    private static IReadOnlyList<(string Name, string Text)> Reports { get; } = [("plan", File.ReadAllText(Seeds.TaiyuanPlan)), ("review", File.ReadAllText(Seeds.TaiyuanReview))];

    private static Func<string, string, Task<byte[]>> Encoding(Func<string, byte[]> encode) => (_, text) => Task.FromResult(encode(text));

    private Task<Findings> ShouldSayTheSameAsync(string extension, Func<string, string, Task<byte[]>> make) =>
        ShouldSayTheSameAsync(extension, async (name, text) => _folder.Write($"{name}.{extension}", await make(name, text)));

    private static async Task<Findings> ShouldSayTheSameAsync(string extension, Func<string, string, Task<string>> make)
    {
        var files = await Task.WhenAll(Reports.Select(report => make(report.Name, report.Text)));

        var found = await Findings.OfAsync(files[0], files[1]);

        found.F1(await OfText.Value).ShouldBeGreaterThanOrEqualTo(.98, extension);
        return found;
    }
}
