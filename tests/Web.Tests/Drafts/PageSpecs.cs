using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tracker.Web.Tests.Documents;

namespace Tracker.Web.Tests.Drafts;

/// <summary>页码: what a document with pages is stored with, and where a reader sees it.</summary>
public sealed class PageSpecs(UploadSite site) : IClassFixture<UploadSite>
{
    [Fact]
    public async Task Pages_and_what_read_them_stay_with_the_report_and_lead_its_readers()
    {
        var lines = UploadSite.Sure().Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var body = string.Concat(lines.Select(line => line.StartsWith("二、", StringComparison.Ordinal)
            ? $"<w:p><w:r><w:lastRenderedPageBreak/><w:t>{line}</w:t></w:r></w:p>" : WordReports.Paragraph(line)));
        var answer = await (await site.Program.PostAsync("/api/v1/reports", UploadSite.Files(null, ("报告.docx", WordReports.OfBody(body))))).Content.ReadFromJsonAsync<JsonElement>();
        var id = answer.GetProperty("id").GetString()!;
        await site.RunAsync();

        var content = await site.ReadAsync(db => db.Reports.Where(report => report.Id == id).Select(report => report.Content).SingleAsync());
        content.Pages.Starts.ShouldBe([0, content.Text.IndexOf("二、", StringComparison.Ordinal)]);
        (content.Extractor, content.ExtractorVersion.Length > 0).ShouldBe(("docx", true));
        var page = System.Net.WebUtility.HtmlDecode(await site.Browser.GetStringAsync("/reports/" + id));
        page.ShouldContain($"<dd>docx {content.ExtractorVersion}，2页</dd>");
        page.ShouldContain("data-page=\"第2页\"></span>二、2026年主要任务");

        var row = await site.ReadAsync(db => db.Commitments.Where(c => c.Pair.PlanReportId == id).OrderBy(c => c.Position).FirstAsync());
        (await site.Browser.GetStringAsync("/commitments/" + row.Id)).ShouldContain("<span class=\"on-page\">第2页</span>");
        (await site.Program.GetFromJsonAsync<JsonElement>("/api/v1/commitments/" + row.Id)).GetProperty("span").GetProperty("page").GetInt32().ShouldBe(2);
    }
}
