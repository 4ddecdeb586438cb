using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>Pages behind the login in every look, on a phone, zoomed in and without scripts.</summary>
public class EveryPageTests(AuditorsSite site) : IClassFixture<AuditorsSite>
{
    /// <summary>Tabs at work at once: while one is drawn the server makes the next page.</summary>
    private const int Tabs = 2;

    private static readonly string[] OfAuditors =
    [
        "/audit", "/audit/stale", "/audit/orphans", "/audit/samples", "/account", "/commitments?status=left", "/runs", "/bodies/taiyuan-cppcc/chains",
        "/digest/mine", "/digest/subscribe", "/digest/manage", "/nowhere",
    ];

    private static readonly string[] OfAdmins =
    [
        "/admin/users", "/admin/users/" + AuditorsSite.Auditor, "/admin/log", "/admin/schedules", "/admin/schedules/new", "/admin/schedules/backup", "/admin/publication",
        "/admin/mails", "/admin/mails/preview",
    ];

    /// <summary>Looked into at one width a theme, and measured at all: the rules that are looked for do not depend on the width but where something is hidden.</summary>
    [BrowserTheory, InlineData(1440, ColorScheme.Light), InlineData(390, ColorScheme.Dark)]
    public async Task Pages_behind_the_login_are_accessible_and_no_wider_than_the_window(int width, ColorScheme scheme)
    {
        var id = await site.FindAsync("汾河");
        await site.DecideAsync(id, new { decision = "setStatus", status = "partial", reason = "逐项核对" });
        foreach (var (who, pages) in new[] { (AuditorsSite.Auditor, (string[])[.. OfAuditors, "/commitments/" + id, "/audit?show=decided&at=" + id]), (AuditorsSite.Admin, OfAdmins) })
        {
            await using var visit = await site.VisitAsync(who, width, scheme);
            var left = new ConcurrentQueue<string>(pages);
            await Task.WhenAll(Enumerable.Range(0, Tabs).Select(async _ =>
            {
                var tab = await visit.Page.Context.NewPageAsync();
                while (left.TryDequeue(out var page)) await LookAsync(tab, page);
            }));
        }

        async Task LookAsync(IPage tab, string page)
        {
            await tab.SetViewportSizeAsync(width, 900);
            await tab.GotoAsync(page);
            await Visit.ShouldBeAccessibleAsync(tab);

            // Zoomed to 200 %, a window of 1280 has room for 640.
            foreach (var other in (int[])[390, 640, 1440])
            {
                await tab.SetViewportSizeAsync(other, 900);
                (await tab.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, $"{page} at {other} px");
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
