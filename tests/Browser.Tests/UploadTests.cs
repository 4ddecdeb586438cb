using System.Text;
using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>收入报告 as an auditor does it: two files at once, a preview, the year corrected, confirmed.</summary>
[Collection(PagesSite.Name)]
public sealed class UploadTests(AuditorsSite site)
{
    private const string Report = """
        政协示例县委员会常务委员会工作报告

        一、2021年工作回顾
        一年来，召开专题协商会3次，办理提案120件。

        二、2022年主要任务
        制定出台委员履职管理办法，举办委员培训班4期。
        """;

    [BrowserTheory]
    [InlineData(1440), InlineData(390)]
    public async Task Two_files_are_handed_in_looked_at_corrected_and_confirmed(int width)
    {
        await using var visit = await site.VisitAsync(AuditorsSite.Auditor, width);
        var page = visit.Page;
        await page.GotoAsync("/reports/upload");
        await visit.ShouldBeAccessibleAsync();

        await page.SetInputFilesAsync("[name=files]", [File($"示例县{width}.txt", Report + $"\n推进第{width}项工作。"), File("recipe.txt", $"盐少许，糖{width}克。")]);
        await page.Locator("[data-files] li .is-ready").WaitForAsync();
        await page.Locator("[data-files] li .is-refused").WaitForAsync();
        await page.ClickAsync("[data-files] .is-ready a");
        await page.WaitForURLAsync("**/reports/drafts/*");

        (await page.Locator("mark.is-awaiting").CountAsync()).ShouldBeGreaterThan(0, "what was found is marked in the text");
        await visit.ShouldBeAccessibleAsync();
        await visit.ShouldBeCleanAsync();
        await page.FillAsync("[name=ReviewYear]", width == 390 ? "2017" : "2019");
        await page.FillAsync("[name=PlanYear]", width == 390 ? "2018" : "2020");
        await page.ClickAsync(".draft-form .btn-primary");

        await page.WaitForURLAsync("**/reports/*run=*");
        (await page.TextContentAsync("main"))!.ShouldContain(width == 390 ? "2018" : "2020");
        await visit.ShouldBeCleanAsync();
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) };
}
