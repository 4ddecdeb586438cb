using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>What an auditor does at the workbench.</summary>
[Collection(WorkbenchSite.Name)]
public class AuditTests(AuditorsSite site)
{
    [BrowserTheory, InlineData(1440)]
    public async Task A_whole_audit_by_the_keyboard_alone(int width)
    {
        await using var visit = await Visit.StartAsync(site.Running, width);
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        await page.GotoAsync("/audit?body=taiyuan-cppcc");
        await TabToAsync(page, "Email");
        await keys.TypeAsync(AuditorsSite.OtherAuditor);
        await TabToAsync(page, "Password");
        await keys.TypeAsync(AuditorsSite.Password);
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("审核");
        await page.WaitForLoadStateAsync();

        await keys.PressAsync("?");
        await Assertions.Expect(page.Locator("#audit-keys")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#audit-keys")).ToBeHiddenAsync();

        var first = await HeadingAsync(page);
        await PressAsync(page, "j", () => Assertions.Expect(page.Locator("#case-h")).Not.ToHaveTextAsync(first));
        await PressAsync(page, "k", () => Assertions.Expect(page.Locator("#case-h")).ToHaveTextAsync(first));
        var id = await InHandAsync(page);

        await keys.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("[data-candidate][data-selected] [data-choice=y]")).ToHaveAttributeAsync("value", "1");
        await PressAsync(page, "n", () => SaysAsync(page, "已记录：否定匹配"));
        await keys.PressAsync("r");
        await keys.TypeAsync("与原文不符，j 和 1 在这里只是字");
        await keys.PressAsync("Escape");
        await PressAsync(page, "4", () => SaysAsync(page, "已记录：认定为“明确未完成”"));
        (await HeadingAsync(page)).ShouldNotBe(first, "the next one is in hand");
        (await site.CommitmentAsync(id)).GetProperty("status").GetString().ShouldBe("contradicted");
        (await site.DecisionsAsync(id))[0].GetProperty("reason").GetString().ShouldBe("与原文不符，j 和 1 在这里只是字");

        await PressAsync(page, "u", () => SaysAsync(page, "已撤销：认定为“明确未完成”"));
        await Assertions.Expect(page.Locator("#case-h")).ToHaveTextAsync(first);
        await PressAsync(page, "u", () => SaysAsync(page, "已撤销：否定匹配"));
        (await site.DecisionsAsync(id)).Count(decision => decision.GetProperty("inForce").GetBoolean()).ShouldBe(0);
        await PressAsync(page, "u", () => SaysAsync(page, "您没有可撤销的认定"));
        await visit.ShouldBeCleanAsync();
    }

    [BrowserTheory, InlineData(1440)]
    public async Task Evidence_is_chosen_in_the_text_by_keys_and_by_mouse(int width)
    {
        var id = await site.FindAsync("汾河");
        await using var visit = await site.VisitAsync(AuditorsSite.Auditor, width);
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        await page.GotoAsync($"/audit?show=all&at={id}");
        await keys.PressAsync("e");
        for (var clause = 0; clause < 12; clause++) await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Shift+ArrowDown");
        await keys.PressAsync("Shift+ArrowDown");
        var longer = await ChosenAsync(page);
        longer.Length.ShouldBeGreaterThan(8);
        await keys.PressAsync("Shift+ArrowLeft");
        await Assertions.Expect(page.Locator("[name=quote]")).ToHaveValueAsync(longer[..^1]);
        var chosen = longer[..^1];
        await PressAsync(page, "Enter", () => SaysAsync(page, "已记录：另选佐证"));
        Words((await site.CommitmentAsync(id)).GetProperty("evidence")[0].GetProperty("quote").GetString()!).ShouldBe(Words(chosen));

        await page.Locator("label[for=side-reader]").ClickAsync();
        await page.Locator("#review-text p").Nth(6).ClickAsync(new LocatorClickOptions { ClickCount = 3 });
        Words(await ChosenAsync(page)).ShouldBe(Words((await page.Locator("#review-text p").Nth(6).TextContentAsync())!));
        await visit.ShouldBeCleanAsync();
        await visit.ShouldBeAccessibleAsync();
    }

    [BrowserTheory, InlineData(390)]
    public async Task A_decision_through_the_api_appears_on_the_pages(int width)
    {
        var id = await site.FindAsync("第一议题");
        await site.DecideAsync(id, new { decision = "notCommitment", reason = "经接口：制度性表述" });

        await using var visit = await site.VisitAsync(AuditorsSite.Auditor, width);
        await visit.Page.GotoAsync("/commitments/" + id);
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("经接口：制度性表述");
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("不是承诺，不计入统计");
        await visit.ShouldBeCleanAsync();
        await visit.Page.GotoAsync("/pairs/" + AuditorsSite.Pair);
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync(new Regex(@"不计入统计的事项（\d+项）"));
        await visit.Page.GotoAsync($"/audit?show=left&at={id}");
        await Assertions.Expect(visit.Page.Locator(".audit-decisions")).ToContainTextAsync("经接口：制度性表述");
        await visit.ShouldBeCleanAsync();
    }

    [BrowserTheory, InlineData(1440)]
    public async Task A_decision_whose_sentence_was_corrected_is_affirmed_again_old_beside_new(int width)
    {
        var id = await site.FindAsync("培育发展智慧农业");
        await site.DecideAsync(id, new { decision = "setStatus", status = "partial", reason = "只见调研" });
        await ImportCorrectedAsync("培育发展智慧农业", "培育发展数字农业");

        await using var visit = await site.VisitAsync(AuditorsSite.Auditor, width);
        var page = visit.Page;
        await page.GotoAsync("/audit");
        await page.Locator(".audit-ways a[href='/audit/stale']").ClickAsync();
        var item = page.Locator(".audit-placements > li").Filter(new LocatorFilterOptions { HasText = "只见调研" });
        await Assertions.Expect(item).ToContainTextAsync("培育发展智慧农业");
        await Assertions.Expect(item).ToContainTextAsync("培育发展数字农业");
        await visit.ShouldBeAccessibleAsync();
        await item.Locator("[name=reason]").FillAsync("只是改了名称");
        await item.Locator(".btn-primary").ClickAsync();
        await Assertions.Expect(item).ToHaveCountAsync(0);
        var now = await site.FindAsync("培育发展数字农业");
        (await site.CommitmentAsync(now)).GetProperty("status").GetString().ShouldBe("partial");
        (await site.DecisionsAsync(now)).ShouldContain(decision => decision.GetProperty("reason").GetString() == "只是改了名称");
    }

    private async Task ImportCorrectedAsync(string words, string corrected)
    {
        var folder = Directory.CreateTempSubdirectory("tracker-corrected-");
        var seeds = Built.Path("Seeds");
        var text = await File.ReadAllTextAsync(Path.Combine(seeds, "reports", "taiyuan-cppcc_2025.txt"));
        text.ShouldContain(words);
        var manifest = (await File.ReadAllTextAsync(Path.Combine(seeds, "manifest.json"))).Replace("\"reports/", "\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "manifest.json"), manifest);
        var file = Path.Combine(folder.FullName, "taiyuan-cppcc_2025.txt");
        await File.WriteAllTextAsync(file, text.Replace(words, corrected, StringComparison.Ordinal));
        await site.CommandAsync("", "import", file);
        await site.CommandAsync("", "run");
        folder.Delete(recursive: true);
    }

    /// <summary>Presses a key and waits for what it brings; keys pressed before are not heard.</summary>
    private static async Task PressAsync(IPage page, string key, Func<Task> brings)
    {
        await page.Keyboard.PressAsync(key);
        await brings();
        await page.WaitForLoadStateAsync(LoadState.Load);
    }

    private static async Task TabToAsync(IPage page, string field)
    {
        for (var presses = 0; presses < 30 && await page.EvaluateAsync<string?>("document.activeElement.name") != field; presses++)
            await page.Keyboard.PressAsync("Tab");
    }

    private static Task SaysAsync(IPage page, string words) => Assertions.Expect(page.Locator(".audit-notice")).ToContainTextAsync(words);

    private static async Task<string> HeadingAsync(IPage page) => (await page.Locator("#case-h").TextContentAsync())!;

    private static async Task<string> InHandAsync(IPage page) => (await page.Locator(".audit-page").GetAttributeAsync("href"))!.Split('/')[^1];

    /// <summary>What is selected, once the field has it: the page is told of a selection a moment later.</summary>
    private static async Task<string> ChosenAsync(IPage page)
    {
        var selected = await page.EvaluateAsync<string>("document.getSelection().getRangeAt(0).toString()");
        await Assertions.Expect(page.Locator("[name=quote]")).ToHaveValueAsync(selected.Replace("\r\n", "\n", StringComparison.Ordinal));
        return selected;
    }

    private static string Words(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
