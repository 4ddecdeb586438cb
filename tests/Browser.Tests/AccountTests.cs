using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>From the first start to a second account.</summary>
public class AccountTests(RunningSite site) : IClassFixture<RunningSite>
{
    private const string Password = "落实情况要一条一条地核对";

    [BrowserTheory, InlineData(390)]
    public async Task The_first_admin_sets_up_adds_an_auditor_and_finds_it_all_in_the_log(int width)
    {
        await using var visit = await Visit.StartAsync(site, width);
        var page = visit.Page;
        await page.GotoAsync(await site.SetupLink);
        await ShowsAsync(visit, "设置密码");
        await page.FillAsync("[name=Email]", "wang.jianguo@taiyuan.example");
        await SetPasswordAsync(page);

        await ShowsAsync(visit, "登录");
        await LogInAsync(page, "wang.jianguo@taiyuan.example");
        await page.ClickAsync("header a[href='/admin/users']");
        await ShowsAsync(visit, "用户管理");
        await page.FillAsync("main [name=email]", "li@taiyuan.example");
        await page.ClickAsync("main button[type=submit]");
        var link = await page.TextContentAsync(".secret");
        await ShowsAsync(visit, "用户管理");

        await page.ClickAsync("main a[href^='/admin/users/li']");
        await ShowsAsync(visit, "li@taiyuan.example");
        await page.GotoAsync("/account");
        await page.FillAsync("main [name=name]", "每周导出");
        await page.ClickAsync("form[action*=AddToken] button");
        (await page.TextContentAsync(".secret"))!.ShouldStartWith("trk_");
        await ShowsAsync(visit, "账户");

        await page.GotoAsync("/admin/log?check=true");
        await ShowsAsync(visit, "审计日志");
        (await page.TextContentAsync("main"))!.ShouldContain("核对完毕");
        (await page.Locator(".ledger li").AllTextContentsAsync()).ShouldContain(entry => entry.Contains("li@taiyuan.example", StringComparison.Ordinal));

        await using var second = await Visit.StartAsync(site, 1440, ColorScheme.Dark);
        await second.Page.GotoAsync(link!);
        await SetPasswordAsync(second.Page);
        await ShowsAsync(second, "登录");
        await LogInAsync(second.Page, "li@taiyuan.example");
        await second.Page.ClickAsync("header a[href='/account']");
        await ShowsAsync(second, "账户");
        (await second.Page.Locator("header a[href='/admin/users']").CountAsync()).ShouldBe(0);
        await second.Page.ClickAsync("form[action*=Logout] button");
        await Assertions.Expect(second.Page.Locator("header a[href^='/account/login']")).ToHaveCountAsync(1);
    }

    private static async Task SetPasswordAsync(IPage page)
    {
        await page.FillAsync("[name=Password]", Password);
        await page.FillAsync("[name=Repeated]", Password);
        await page.ClickAsync("main button[type=submit]");
    }

    private static async Task LogInAsync(IPage page, string email)
    {
        await page.FillAsync("[name=Email]", email);
        await page.FillAsync("[name=Password]", Password);
        await page.ClickAsync("main button[type=submit]");
    }

    private static async Task ShowsAsync(Visit visit, string heading)
    {
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync(heading);
        await visit.ShouldBeCleanAsync();
        await visit.ShouldBeAccessibleAsync();
    }
}
