using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>What a reader does, in a wide window and on a phone.</summary>
[Collection(ReadingSite.Name)]
public class ReadingTests(RunningSite site)
{
    private const string Pair = "/pairs/taiyuan-cppcc-2025";

    [BrowserTheory, InlineData(1440), InlineData(390)]
    public async Task From_the_overview_to_a_commitment_and_what_answers_it(int width)
    {
        await using var visit = await Visit.StartAsync(site, width);
        var page = visit.Page;
        await page.GotoAsync("/");
        await visit.ShouldBeAccessibleAsync();

        await page.Locator(".cell.is-scored .cell-link").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(site.Address + Pair);
        await visit.ShouldBeAccessibleAsync();

        await page.Locator(".is-plan .pin.is-fulfilled").First.ClickAsync();
        await Assertions.Expect(page.Locator(".selected-card")).ToBeVisibleAsync();
        page.Url.ShouldContain("?commitment=");
        await page.WaitForLoadStateAsync();
        (await page.Locator("mark.is-selected").CountAsync()).ShouldBeGreaterThan(1);
        await visit.ShouldBeAccessibleAsync();

        var evidence = await page.Locator(".selected-evidence li span[lang]").First.TextContentAsync();
        await page.Locator(".selected-more").ClickAsync();
        await Assertions.Expect(page.Locator(".finding h1")).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync();
        var marked = await page.Locator(".quotes mark").First.TextContentAsync();
        string.Concat(marked!.Where(c => !char.IsWhiteSpace(c))).ShouldBe(string.Concat(evidence!.Where(c => !char.IsWhiteSpace(c))));
        await visit.ShouldBeAccessibleAsync();
        await visit.ShouldBeCleanAsync();
    }

    [BrowserTheory, InlineData(1440)]
    public async Task Pointing_at_a_commitment_lights_up_what_answers_it(int width)
    {
        await using var visit = await Visit.StartAsync(site, width);
        await visit.Page.GotoAsync(Pair);
        await visit.Page.Locator(".is-plan .pin.is-fulfilled").First.FocusAsync();
        await Assertions.Expect(visit.Page.Locator(".is-plan mark.is-lit").First).ToBeVisibleAsync();
        (await visit.Page.Locator(".is-review mark.is-lit").CountAsync()).ShouldBeGreaterThan(0);
        await visit.ShouldBeCleanAsync();
    }

    /// <summary>On a slow machine what lies above the mark is drawn, and grows or shrinks, after the text was moved.</summary>
    [BrowserTheory, InlineData(1440, 1), InlineData(1440, 9)]
    public async Task The_map_beside_a_text_goes_from_mark_to_mark_by_keyboard(int width, int slowness)
    {
        await using var visit = await Visit.StartAsync(site, width);
        var session = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = slowness });
        await visit.Page.GotoAsync(Pair);
        var map = visit.Page.Locator(".is-plan [data-grip]");
        await map.FocusAsync();
        await visit.Page.Keyboard.PressAsync("End");
        await Assertions.Expect(map).ToHaveAttributeAsync("aria-valuenow", (await map.GetAttributeAsync("aria-valuemax"))!);
        await Assertions.Expect(visit.Page.Locator(".is-plan mark.is-lit").First).ToBeInViewportAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator(".selected-card")).ToBeVisibleAsync();
        await visit.ShouldBeAccessibleAsync();
        await visit.ShouldBeCleanAsync();
    }

    [BrowserTheory, InlineData(1440), InlineData(390)]
    public async Task An_address_that_was_passed_on_opens_with_its_words_in_view(int width)
    {
        await using var visit = await Visit.StartAsync(site, width);
        await visit.Page.GotoAsync(Pair);
        await visit.Page.GotoAsync((await visit.Page.Locator(".is-plan .pin").Last.GetAttributeAsync("href"))!.Split('#')[0]);
        await Assertions.Expect(visit.Page.Locator(".is-plan mark.is-selected").First).ToBeInViewportAsync();
    }

    [BrowserTheory, InlineData(1440)]
    public async Task The_API_can_be_tried_in_place(int width)
    {
        await using var visit = await Visit.StartAsync(site, width);
        var page = visit.Page;
        await page.GotoAsync("/developers#getPairsId");
        var operation = page.Locator("#getPairsId");
        await operation.Locator("[data-send]").ClickAsync();
        await Assertions.Expect(operation.Locator("[data-status]")).ToContainTextAsync("200");
        await Assertions.Expect(operation.Locator("[data-content]")).ToContainTextAsync("\"plan\"");
        await operation.Locator("input[name=id]").FillAsync("nobody");
        await Assertions.Expect(operation.Locator("[data-curl]")).ToContainTextAsync("/api/v1/pairs/nobody'");

        await page.EvaluateAsync("for (const one of document.querySelectorAll('details')) one.open = true");
        await page.Locator("#postRuns [data-send]").ClickAsync();
        await Assertions.Expect(page.Locator("#postRuns-token")).ToBeFocusedAsync();
        await visit.ShouldBeAccessibleAsync();
        await visit.ShouldBeCleanAsync();
    }

    [BrowserTheory, InlineData(1440), InlineData(390)]
    public async Task Both_texts_can_be_reached_without_scripts(int width)
    {
        await using var visit = await Visit.StartAsync(site, width, scripts: false);
        await visit.Page.GotoAsync(Pair);
        if (width < 600) await visit.Page.Locator("label[for=side-review]").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".is-review .text")).ToBeVisibleAsync();
        await visit.Page.Locator(".is-review .pin").First.ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".selected-card")).ToBeVisibleAsync();
    }

    [BrowserTheory, InlineData(1440), InlineData(390)]
    public async Task Searching_narrows_the_list_in_place_and_in_the_address(int width)
    {
        await using var visit = await Visit.StartAsync(site, width);
        var page = visit.Page;
        await page.GotoAsync("/commitments");
        var before = await page.Locator(".found-count").TextContentAsync();
        await page.Locator("select[name=status]").SelectOptionAsync("fulfilled");
        await Assertions.Expect(page.Locator(".found-count")).Not.ToHaveTextAsync(before!);
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("status=fulfilled"));
        (await page.Locator(".entry .verdict:not(.is-fulfilled)").CountAsync()).ShouldBe(0);
        await visit.ShouldBeAccessibleAsync();
        await visit.ShouldBeCleanAsync();
    }

    [BrowserTheory, InlineData(390)]
    public async Task Pages_that_only_show_something_are_clean(int width)
    {
        await using var visit = await Visit.StartAsync(site, width);
        foreach (var address in (string[])["/method", "/runs", "/bodies/taiyuan-cppcc", "/search", Pair + "?view=list&status=none", "/pairs/taiyuan-cppcc-2026", "/pairs/lvliang-cppcc-2025"])
        {
            await visit.Page.GotoAsync(address);
            await visit.ShouldBeCleanAsync();
        }
    }

    [BrowserTheory, InlineData(390)]
    public async Task A_chosen_look_stays(int width)
    {
        await using var visit = await Visit.StartAsync(site, width);
        await visit.Page.GotoAsync(Pair);
        await visit.Page.Locator("[data-theme-toggle]").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-bs-theme", "dark");
        await visit.Page.GotoAsync("/");
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-bs-theme", "dark");
        await visit.ShouldBeAccessibleAsync();
    }
}
