using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>Every page there is, by the sources' own list, in both languages and both themes; on a phone, zoomed in and without scripts.</summary>
[Collection(PagesSite.Name)]
public partial class EveryPageTests(AuditorsSite site)
{
    /// <summary>Tabs at work at once: while one is drawn the server makes the next page.</summary>
    private const int Tabs = 2;

    /// <summary>Addresses that only lead to another page, and what is looked at where it comes about: when two have answered a sample, when a file was handed in.</summary>
    private static readonly string[] Elsewhere = ["/runs/{id}/control", "/runs/{id}/publication", "/reports/{id}/reinstate", "/audit/samples/{id}/disputes/{number:int}", "/reports/drafts/{id}"];

    /// <summary>A page that never settles is a failure, not a wait.</summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromMinutes(5);

    private static readonly string[] Languages = ["zh-CN", "en"];

    [BrowserTheory, InlineData(1440)]
    public async Task Every_page_is_accessible_in_both_languages_and_themes_and_no_wider_than_the_window(int width)
    {
        await using var visit = await site.VisitAsync(AuditorsSite.Admin, width);
        var pages = await AddressesAsync(visit.Page);
        pages.Keys.Concat(Elsewhere).Order(StringComparer.Ordinal).ShouldBe(Templates(), "each page has an address here, and each of these is a page");

        foreach (var language in Languages)
        {
            await visit.Page.Context.AddCookiesAsync([new Cookie { Name = "lang", Value = language, Url = site.Running.Address }]);
            var left = new ConcurrentQueue<string>(pages.Values.SelectMany(addresses => addresses).Distinct(StringComparer.Ordinal));
            await Task.WhenAll(Enumerable.Range(0, Tabs).Select(async _ =>
            {
                var tab = await visit.Page.Context.NewPageAsync();
                while (left.TryDequeue(out var page))
                {
                    try
                    {
                        await LookAsync(tab, page, language).WaitAsync(LongestLook);
                    }
                    catch (TimeoutException late)
                    {
                        throw new TimeoutException($"{page} in {language}", late);
                    }
                }

                await tab.CloseAsync();
            }));
        }
    }

    private static async Task LookAsync(IPage tab, string address, string language)
    {
        // Chinese in the light on a wide screen and English in the dark on a phone; a theme decides on colours alone, whatever the language.
        var isChinese = language == Languages[0];
        await tab.SetViewportSizeAsync(isChinese ? 1440 : 390, 900);
        await tab.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = isChinese ? ColorScheme.Light : ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        await tab.GotoAsync(address);
        (await tab.GetAttributeAsync("html", "lang")).ShouldBe(language, address);
        await Axe.ShouldFindNothingAsync(tab);
        if (isChinese)
        {
            // With little motion colours do not glide from one theme to the other: while they do, they have no contrast to measure.
            await tab.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
            // A page hears of it when it draws the next time.
            await Assertions.Expect(tab.Locator("html")).ToHaveAttributeAsync("data-bs-theme", "dark");
            await Axe.ShouldFindNothingAsync(tab, Axe.Contrast);
        }

        // Zoomed to 200 %, a window of 1280 has room for 640.
        foreach (var width in (int[])[390, 640, 1440])
        {
            await tab.SetViewportSizeAsync(width, 900);
            (await tab.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, $"{address} in {language} at {width} px");
        }
    }

    /// <summary>By each page's route the addresses at which there is something to see.</summary>
    private async Task<Dictionary<string, string[]>> AddressesAsync(IPage admin)
    {
        var id = await site.FindAsync("汾河");
        await site.DecideAsync(id, new { decision = "setStatus", status = "fulfilled", reason = "逐项核对" });
        var sample = await DrawAsync(admin);
        await SubscribeAsync(admin);
        var (report, run) = (await IdAsync("reports"), await IdAsync("runs"));
        return new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["/"] = ["/", "/?domain=none"], ["/method"] = ["/method"], ["/search"] = ["/search", "/search?q=" + Uri.EscapeDataString("养老")],
            ["/commitments"] = ["/commitments", "/commitments?status=left"], ["/commitments/{id}"] = ["/commitments/" + id], ["/commitments/{id}/correct"] = [$"/commitments/{id}/correct"],
            ["/pairs/{id}"] = ["/pairs/" + AuditorsSite.Pair, $"/pairs/{AuditorsSite.Pair}?commitment={id}", $"/pairs/{AuditorsSite.Pair}?view=list&status=none", "/pairs/taiyuan-cppcc-2026", "/pairs/lvliang-cppcc-2025"],
            ["/bodies/{id}"] = ["/bodies/taiyuan-cppcc"], ["/bodies/{id}/chains"] = ["/bodies/taiyuan-cppcc/chains"], ["/reports/{id}"] = ["/reports/" + report],
            ["/reports/{id}/compare"] = [$"/reports/{report}/compare"], ["/reports/{id}/edit"] = [$"/reports/{report}/edit"], ["/reports/upload"] = ["/reports/upload"],
            ["/compare"] = ["/compare", "/compare?pair=taiyuan-cppcc-2025&pair=taiyuan-cppcc-2026"], ["/developers"] = ["/developers"],
            ["/runs"] = ["/runs"], ["/runs/{id}"] = ["/runs/" + run], ["/errors/{status:int}"] = ["/nowhere"],
            ["/audit"] = ["/audit", "/audit?show=decided&at=" + id], ["/audit/{kind:regex(^(stale|orphans)$)}"] = ["/audit/stale", "/audit/orphans"],
            ["/audit/samples"] = ["/audit/samples"], ["/audit/samples/{id}"] = [sample], ["/audit/samples/{id}/{number:int}"] = [sample + "/1"],
            ["/account"] = ["/account"], ["/account/login"] = ["/account/login"], ["/account/link/{secret}"] = ["/account/link/spent"],
            ["/digest/subscribe"] = ["/digest/subscribe"], ["/digest/mine"] = ["/digest/mine"], ["/digest/manage"] = ["/digest/manage"], ["/digest/manage/{link}"] = ["/digest/manage/spent"],
            ["/digest/confirm/{link}"] = ["/digest/confirm/spent"], ["/digest/unsubscribe/{link}"] = ["/digest/unsubscribe/spent"],
            ["/admin/users"] = ["/admin/users"], ["/admin/users/{email}"] = ["/admin/users/" + AuditorsSite.Auditor], ["/admin/log"] = ["/admin/log?check=true"],
            ["/admin/schedules"] = ["/admin/schedules"], ["/admin/schedules/{id}"] = ["/admin/schedules/new", "/admin/schedules/backup"], ["/admin/publication"] = ["/admin/publication"],
            ["/admin/mails"] = ["/admin/mails"], ["/admin/mails/{id}"] = [await FirstAsync(admin, "/admin/mails", ".ledger a[href^='/admin/mails/']")], ["/admin/mails/preview"] = ["/admin/mails/preview"],
            ["/admin/readers"] = ["/admin/readers"], ["/admin/readers/{id}"] = [await FirstAsync(admin, "/admin/readers", ".ledger a[href^='/admin/readers/']")], ["/admin/robots"] = ["/admin/robots"],
            ["/admin/system"] = ["/admin/system"],
        };
    }

    /// <summary>A sample that the administrator codes with another, so that the pages of one are there.</summary>
    private static async Task<string> DrawAsync(IPage admin)
    {
        await admin.GotoAsync("/audit/samples");
        await admin.SelectOptionAsync("[name=first]", AuditorsSite.Admin);
        await admin.SelectOptionAsync("[name=second]", AuditorsSite.OtherAuditor);
        await admin.FillAsync("[name=size]", "2");
        await admin.FillAsync("[name=seed]", "3");
        await admin.ClickAsync("section.coding-draw button[type=submit]");
        await Assertions.Expect(admin).ToHaveURLAsync(new Regex("/audit/samples/[^/]+$"));
        return new Uri(admin.Url).AbsolutePath;
    }

    /// <summary>A reader, and a mail to them.</summary>
    private static async Task SubscribeAsync(IPage admin)
    {
        await admin.GotoAsync("/digest/subscribe");
        await admin.ClickAsync("main button[type=submit]");
        await admin.WaitForURLAsync("**/digest/mine?made=*");
        await admin.GotoAsync("/digest/manage");
        await admin.FillAsync("[name=address]", AuditorsSite.Admin);
        await admin.ClickAsync("main button[type=submit]");
        await Assertions.Expect(admin.Locator("main [role=status]")).ToBeVisibleAsync();
    }

    private static async Task<string> FirstAsync(IPage page, string address, string link)
    {
        await page.GotoAsync(address);
        return (await page.Locator(link).First.GetAttributeAsync("href"))!;
    }

    private async Task<string> IdAsync(string list) =>
        (await site.Api.GetFromJsonAsync<JsonElement>("/api/v1/" + list)).GetProperty("items")[0].GetProperty("id").GetString()!;

    /// <summary>Of all pages, as their sources say.</summary>
    private static IEnumerable<string> Templates() =>
        Directory.EnumerateFiles(Path.Combine(Built.Path("Seeds"), "..", "src", "Tracker.Web", "Features"), "*.cshtml", SearchOption.AllDirectories)
            .Select(path => Template().Match(File.ReadLines(path).FirstOrDefault() ?? "")).Where(match => match.Success).Select(match => match.Groups[1].Value)
            .Order(StringComparer.Ordinal);

    [GeneratedRegex("^\\uFEFF?@page \"([^\"]*)\"")]
    private static partial Regex Template();

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
