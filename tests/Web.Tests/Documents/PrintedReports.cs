using System.Diagnostics;
using System.Net;
using System.Text;

namespace Tracker.Web.Tests.Documents;

/// <summary>Makes reports on paper out of a text: printed to PDF by a browser, and scanned by drawing each printed page.</summary>
internal static class PrintedReports
{
    private const string Sheet = """
        <style>@page{size:A4;margin:25mm} body{margin:0} p{margin:0;text-indent:2em;font:16px/1.8 "Noto Serif CJK SC"}</style>
        """;

    /// <summary>A PDF with text, a header and page numbers on every page, as a browser prints it.</summary>
    public static async Task<string> PrintAsync(string folder, string name, string text)
    {
        var page = Path.Combine(folder, name + ".html");
        var pdf = Path.Combine(folder, name + ".pdf");
        await File.WriteAllTextAsync(page, $"<!DOCTYPE html><meta charset=utf-8><title>工作报告</title>{Sheet}{Paragraphs(text)}");
        await RunAsync("/usr/bin/chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
            "--user-data-dir=" + Path.Combine(folder, "profile-" + name), "--print-to-pdf=" + pdf, page);
        return pdf;
    }

    /// <summary>A PDF of nothing but pictures of another one's pages.</summary>
    public static async Task<string> ScanAsync(string folder, string name, string pdf, int resolution)
    {
        var pages = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        await RunAsync("/usr/bin/pdftoppm", "-r", $"{resolution}", "-jpeg", pdf, Path.Combine(pages, "page"));
        var scan = Path.Combine(folder, name + ".pdf");
        var pictures = Directory.EnumerateFiles(pages, "*.jpg").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        await File.WriteAllBytesAsync(scan, SmallPdf.OfPictures(pictures));
        return scan;
    }

    /// <summary>The text's lines as paragraphs of a web page, without the marks of Markdown.</summary>
    public static string Paragraphs(string text) => string.Concat(Lines(text).Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>\n"));

    public static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.Trim().TrimStart('#', '*', ' ').TrimEnd('*')).Where(line => line.Length > 0);

    public static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = await Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program}: {said[0]}");
    }
}
