using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>What someone new comes for, each within three clicks of the overview.</summary>
[Collection(PagesSite.Name)]
public class NewReaderTests(AuditorsSite site)
{
    private const int MostClicks = 3;

    [BrowserTheory, InlineData(1440), InlineData(390)]
    public async Task Did_Taiyuan_answer_for_its_tourism_commitments_of_2025(int width)
    {
        await using var visit = await Visit.StartAsync(site.Running, width);
        var clicks = await StartAsync(visit);
        await clicks.OnAsync("a:text-is('太原市政协')");
        await visit.Page.ShowAsync("#spheres-h", "body");
        await clicks.OnAsync(".is-spheres a:text-is('文旅')");
        await Assertions.Expect(visit.Page.Locator(".entry").First).ToContainTextAsync("旅游");
        await visit.Page.WaitForLoadStateAsync();
        (await visit.Page.Locator(".entry .verdict").CountAsync()).ShouldBe(await visit.Page.Locator(".entry").CountAsync(), "each one says whether it was answered");
        await Assertions.Expect(visit.Page.Locator(".entry-evidence.is-silent").First).ToBeVisibleAsync();
        clicks.Count.ShouldBeLessThanOrEqualTo(MostClicks);
        await visit.ShouldBeCleanAsync();
    }

    [BrowserTheory, InlineData(1440)]
    public async Task A_match_that_is_wrong_is_corrected_in_the_texts(int width)
    {
        await using var visit = await site.VisitAsync(AuditorsSite.Auditor, width);
        var clicks = await StartAsync(visit);
        await clicks.OnAsync(".cell.is-scored .cell-link");
        await clicks.OnAsync(".is-plan .pin.is-partial");
        await Assertions.Expect(visit.Page.Locator(".selected-reject").First).ToBeVisibleAsync();
        var rejected = await visit.Page.Locator(".selected-evidence li span[lang]").First.TextContentAsync();
        await visit.Page.ShowAsync(null, "pair");
        await clicks.OnAsync(".selected-reject");
        await Assertions.Expect(visit.Page.Locator(".form-notice.is-done")).ToContainTextAsync("已记录");
        await Assertions.Expect(visit.Page.Locator(".selected-card")).ToBeVisibleAsync();
        await visit.Page.WaitForLoadStateAsync();
        (await visit.Page.Locator(".selected-evidence li span[lang]").AllTextContentsAsync()).ShouldNotContain(rejected);
        clicks.Count.ShouldBeLessThanOrEqualTo(MostClicks);
        await visit.ShouldBeAccessibleAsync();
        await visit.ShouldBeCleanAsync();
    }

    [BrowserTheory, InlineData(1440)]
    public async Task A_body_is_subscribed_to(int width)
    {
        await using var visit = await site.VisitAsync(AuditorsSite.Auditor, width);
        var clicks = await StartAsync(visit);
        await clicks.OnAsync("a:text-is('太原市政协')");
        await clicks.OnAsync(".actions a[href^='/digest/subscribe']");
        await clicks.OnAsync("main button[type=submit]");
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("订阅好了");
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("太原市政协");
        clicks.Count.ShouldBeLessThanOrEqualTo(MostClicks);
    }

    [BrowserTheory, InlineData(1440)]
    public async Task A_body_s_commitments_are_taken_home_as_a_spreadsheet(int width)
    {
        await using var visit = await Visit.StartAsync(site.Running, width);
        var clicks = await StartAsync(visit);
        await clicks.OnAsync("a:text-is('太原市政协')");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => clicks.OnAsync(".actions [data-export=xlsx]"));
        download.SuggestedFilename.ShouldEndWith(".xlsx");
        (await File.ReadAllBytesAsync(await download.PathAsync()))[..2].ShouldBe("PK"u8.ToArray());
        clicks.Count.ShouldBeLessThanOrEqualTo(MostClicks);
    }

    private static async Task<Clicks> StartAsync(Visit visit)
    {
        await visit.Page.GotoAsync("/");
        await visit.Page.ShowAsync(null, "overview");
        return new Clicks(visit.Page);
    }

    private sealed class Clicks(IPage page)
    {
        public int Count { get; private set; }

        public Task OnAsync(string selector)
        {
            Count++;
            return page.Locator(selector).First.ClickAsync();
        }
    }
}
