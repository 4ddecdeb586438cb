using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>Pages behind the login in every look, on a phone, zoomed in and without scripts.</summary>
public class EveryPageTests(AuditorsSite site) : IClassFixture<AuditorsSite>
{
    private static readonly string[] OfAuditors = ["/audit", "/audit/stale", "/audit/orphans", "/account", "/commitments?status=left", "/nowhere"];
    private static readonly string[] OfAdmins = ["/admin/users", "/admin/users/" + AuditorsSite.Auditor, "/admin/log"];

    [BrowserTheory]
    [InlineData(1440, 1, ColorScheme.Light), InlineData(1440, 1, ColorScheme.Dark), InlineData(390, 1, ColorScheme.Light), InlineData(390, 1, ColorScheme.Dark)]
    [InlineData(1280, 2, ColorScheme.Light)]
    public async Task Pages_behind_the_login_are_accessible_and_no_wider_than_the_window(int width, int zoom, ColorScheme scheme)
    {
        var id = await site.FindAsync("汾河");
        await site.DecideAsync(id, new { decision = "setStatus", status = "partial", reason = "逐项核对" });
        foreach (var (who, pages) in new[] { (AuditorsSite.Auditor, (string[])[.. OfAuditors, "/commitments/" + id, "/audit?show=decided&at=" + id]), (AuditorsSite.Admin, OfAdmins) })
        {
            await using var visit = await site.VisitAsync(who, width, scheme, zoom: zoom);
            foreach (var page in pages)
            {
                await visit.Page.GotoAsync(page);
                await visit.ShouldBeAccessibleAsync();
                (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, $"{page} at {width} px, zoom {zoom}");
            }
        }
    }

    [BrowserTheory, InlineData(1440, ColorScheme.Light), InlineData(390, ColorScheme.Dark)]
    public async Task The_workbench_is_accessible_with_its_reader_and_its_help_open(int width, ColorScheme scheme)
    {
        await using var visit = await site.VisitAsync(AuditorsSite.Auditor, width, scheme);
        await visit.Page.GotoAsync("/audit?show=all");
        await visit.Page.Locator("label[for=side-reader]").ClickAsync();
        await visit.Page.Locator(".audit-more > summary").ClickAsync();
        await visit.Page.Locator(".audit-plan > summary").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#review-text .text")).ToBeVisibleAsync();
        await visit.ShouldBeAccessibleAsync();
        await visit.Page.Locator("[data-opens]").ClickAsync();
        await visit.ShouldBeAccessibleAsync();
        await visit.ShouldBeCleanAsync();
    }

    [BrowserTheory, InlineData(1440), InlineData(390)]
    public async Task Without_scripts_one_logs_in_decides_and_takes_it_back(int width)
    {
        var id = await site.FindAsync("协商式监督");
        await using var visit = await site.VisitAsync(AuditorsSite.Auditor, width, scripts: false);
        await visit.Page.GotoAsync($"/audit?show=all&at={id}");
        await visit.Page.FillAsync("#decide [name=reason]", "没有脚本也能认定");
        await visit.Page.ClickAsync("#decide [name=status][value=contradicted]");
        await Assertions.Expect(visit.Page.Locator(".audit-notice")).ToContainTextAsync("已记录：认定为“明确未完成”");
        (await site.DecisionsAsync(id))[0].GetProperty("reason").GetString().ShouldBe("没有脚本也能认定");
        await visit.Page.ClickAsync(".audit-notice button");
        await Assertions.Expect(visit.Page.Locator(".audit-notice")).ToContainTextAsync("已撤销：认定为“明确未完成”");
        (await visit.Page.Locator("kbd:visible").CountAsync()).ShouldBe(0, "a key that does nothing is not shown");
    }
}
