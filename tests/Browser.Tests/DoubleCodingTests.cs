using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>双人盲评, from the draw to the decision.</summary>
public class DoubleCodingTests(RunningSite site) : IClassFixture<RunningSite>
{
    private const string Password = "落实情况要一条一条地核对";
    private const string Reason = "甲看到了专题培训";
    private const int Items = 3;

    /// <summary>The link for the first administrator works once; the tests of a class share their site.</summary>
    private static bool _isSetUp;

    [BrowserTheory, InlineData(1440, 390), InlineData(390, 1440)]
    public async Task Two_auditors_judge_a_sample_by_keyboard_apart_and_a_third_adjudicates(int wide, int other)
    {
        await using var admin = await Visit.StartAsync(site, wide);
        await using var first = await Visit.StartAsync(site, wide);
        await using var second = await Visit.StartAsync(site, other, ColorScheme.Dark);
        await EnterAsAdminAsync(admin, "chair@taiyuan.example");
        await EnterAsync(admin, first, $"jia{wide}@taiyuan.example");
        await EnterAsync(admin, second, $"yi{wide}@taiyuan.example");

        var sample = await DrawAsync(admin, $"jia{wide}@taiyuan.example", $"yi{wide}@taiyuan.example");
        await JudgeAsFirstAsync(first, sample);
        await JudgeAsSecondAsync(second, sample);
        await AdjudicateAsync(admin, sample);
    }

    private static async Task<string> DrawAsync(Visit admin, string first, string second)
    {
        var page = admin.Page;
        await page.GotoAsync("/audit");
        await page.ClickAsync("main a[href='/audit/samples']");
        await page.WaitForURLAsync("**/audit/samples");
        await ShowsAsync(admin);
        await page.SelectOptionAsync("[name=first]", first);
        await page.SelectOptionAsync("[name=second]", second);
        await page.FillAsync("[name=size]", $"{Items}");
        await page.FillAsync("[name=seed]", "7");
        await page.CheckAsync("[name=asksSpecificity]");
        await page.ClickAsync("section.coding-draw button[type=submit]");
        await page.WaitForURLAsync(url => url.Contains("/audit/samples/", StringComparison.Ordinal));
        await ShowsAsync(admin);
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task JudgeAsFirstAsync(Visit first, string sample)
    {
        var page = first.Page;
        await page.GotoAsync(sample);
        await page.ClickAsync("main a.btn-primary");
        await page.WaitForURLAsync(url => url.EndsWith("/1", StringComparison.Ordinal));
        await ShowsAsync(first);
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#coding-keys")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#coding-keys")).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("[data-candidate]").Nth(1)).ToHaveAttributeAsync("data-selected", "");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("[data-candidate] input").Nth(1)).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("y");
        await Assertions.Expect(page.Locator("[data-candidate] input").Nth(0)).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("y");
        await Assertions.Expect(page.Locator("[data-candidate] input").Nth(0)).Not.ToBeCheckedAsync();
        await page.Keyboard.PressAsync("r");
        await page.Keyboard.TypeAsync(Reason);
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("6");
        await page.Keyboard.PressAsync("1");
        await page.WaitForURLAsync(url => url.EndsWith("/2", StringComparison.Ordinal));

        // Skipped, left, and taken up again where it was left.
        await page.Keyboard.PressAsync("s");
        await page.WaitForURLAsync(url => url.EndsWith("/3", StringComparison.Ordinal));
        await page.GotoAsync(sample);
        await page.ClickAsync("main a.btn-primary");
        await page.WaitForURLAsync(url => url.EndsWith("/2", StringComparison.Ordinal));
        await SayNothingFoundAsync(page, "/3");
        await SayNothingFoundAsync(page, sample);
        await ShowsAsync(first);
        (await page.Locator("main").TextContentAsync())!.ShouldNotContain("κ");
    }

    private static async Task JudgeAsSecondAsync(Visit second, string sample)
    {
        var page = second.Page;
        foreach (var address in (string[])[sample, $"{sample}/1", "/audit", "/commitments"])
        {
            await page.GotoAsync(address);
            (await page.Locator("body").TextContentAsync())!.ShouldNotContain(Reason, Case.Sensitive, address);
            if (address.StartsWith(sample, StringComparison.Ordinal)) (await page.Locator("main .verdict").CountAsync()).ShouldBe(0, address);
            await ShowsAsync(second);
        }

        (await page.GotoAsync($"{sample}/disputes/1"))!.Status.ShouldBe(404);
        await page.GotoAsync($"{sample}/1");
        await SayNothingFoundAsync(page, "/2");
        await SayNothingFoundAsync(page, "/3");
        await SayNothingFoundAsync(page, sample);
        await Assertions.Expect(page.Locator(".coding-agreement")).ToBeVisibleAsync();
        (await page.Locator("main").TextContentAsync())!.ShouldContain("κ");
    }

    private static async Task AdjudicateAsync(Visit admin, string sample)
    {
        var page = admin.Page;
        await page.GotoAsync(sample);
        await page.Locator("summary").First.ClickAsync();
        await ShowsAsync(admin);
        await page.ClickAsync("a[href*='/disputes/1']");
        await Assertions.Expect(page.Locator(".audit-sides section")).ToHaveCountAsync(3);
        (await page.Locator(".audit-sides").TextContentAsync())!.ShouldContain(Reason);
        await page.Locator(".audit-more summary").ClickAsync();
        await ShowsAsync(admin);
        await page.Keyboard.PressAsync("a");
        await page.WaitForURLAsync(url => url.EndsWith(sample, StringComparison.Ordinal));
        await page.ClickAsync("form[action*='handler=close'] button");
        await Assertions.Expect(page.Locator("form[action*='handler=close']")).ToHaveCountAsync(0);
        await page.ClickAsync("a[href*='/disputes/1']");
        await page.WaitForURLAsync("**/disputes/1");
        await ShowsAsync(admin);
        await page.ClickAsync(".form-notice a");
        await Assertions.Expect(page.Locator("main .verdict.is-fulfilled").First).ToBeVisibleAsync();
    }

    private static async Task SayNothingFoundAsync(IPage page, string then)
    {
        await page.Keyboard.PressAsync("7");
        await page.Keyboard.PressAsync("3");
        await page.WaitForURLAsync(url => url.EndsWith(then, StringComparison.Ordinal));
    }

    private async Task EnterAsAdminAsync(Visit visit, string email)
    {
        var page = visit.Page;
        if (!_isSetUp)
        {
            await page.GotoAsync(await site.SetupLink);
            await page.FillAsync("[name=Email]", email);
            await SetPasswordAsync(page);
            _isSetUp = true;
        }

        await LogInAsync(page, email);
    }

    private static async Task EnterAsync(Visit admin, Visit visit, string email)
    {
        await admin.Page.GotoAsync("/admin/users");
        await admin.Page.FillAsync("main [name=email]", email);
        await admin.Page.ClickAsync("main button[type=submit]");
        await visit.Page.GotoAsync((await admin.Page.TextContentAsync(".secret"))!);
        await SetPasswordAsync(visit.Page);
        await LogInAsync(visit.Page, email);
    }

    private static async Task SetPasswordAsync(IPage page)
    {
        await page.FillAsync("[name=Password]", Password);
        await page.FillAsync("[name=Repeated]", Password);
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync("**/account/login");
    }

    private static async Task LogInAsync(IPage page, string email)
    {
        await page.GotoAsync("/account/login");
        await page.FillAsync("[name=Email]", email);
        await page.FillAsync("[name=Password]", Password);
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync(url => !url.Contains("login", StringComparison.Ordinal));
    }

    private static async Task ShowsAsync(Visit visit)
    {
        await visit.ShouldBeCleanAsync();
        await visit.ShouldBeAccessibleAsync();
    }
}
