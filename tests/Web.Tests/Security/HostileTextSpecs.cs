using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Drafts;
using Tracker.App.Reports;
using Tracker.Core.Deciding;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Accounts;
using Tracker.Web.Tests.Decisions;

namespace Tracker.Web.Tests.Security;

/// <summary>Whatever a report says is text: on every page there is, by the route table, and where the text must be seen it is seen as it is.</summary>
public sealed class HostileTextSpecs : IAsyncLifetime
{
    private const string Script = "<script>alert(1)</script>";
    private static readonly string Deep = string.Concat(Enumerable.Repeat("“‘", 20)) + "深处" + string.Concat(Enumerable.Repeat("’”", 20));
    private readonly AuditedSite _site = new();

    private static string Plan { get; } = $"""
        关于示例{Script}市政协常务委员会工作的报告

        一、2024年{Script}工作回顾
        召开专题协商会3次。

        二、2025年主要任务
        （一）聚焦{Script}中心大局。制定出台{Script}管理办法。制定出台{Deep}实施方案。建成委员之家20个。
        """;

    private static string Review { get; } = $"""
        关于示例市政协常务委员会工作的报告

        一、2025年工作回顾
        （一）服务{Script}大局。出台{Script}管理办法，制定出台{Deep}实施方案。建成{Script}委员之家22个。

        二、2026年主要任务
        围绕{Script}开展专题协商。
        """;

    public async Task InitializeAsync()
    {
        await _site.TakeInAsync($"plan{Script[..8]}.txt", Plan, 2025, 2024);
        await _site.TakeInAsync("review.txt", Review, 2026, 2025);
    }

    [Fact]
    public async Task No_page_lets_a_report_write_into_it()
    {
        using var admin = await _site.Accounts.BrowserOfAsync(UserRole.Admin);
        var row = await _site.CommitmentAsync(Script);
        await AccountSite.PostAsync(admin, $"/audit?show=all&at={row.Id}", $"/audit?show=all&handler=decide&at={row.Id}", ("status", "partial"), ("reason", Script));
        await _site.TakeInAsync("plan-corrected.txt", Plan.Replace("管理办法", "管理规定", StringComparison.Ordinal), 2025, 2024);
        (await _site.ReadAsync(db => db.Placements.AnyAsync(p => p.Fate == AnchorFate.Stale || p.Fate == AnchorFate.Orphaned))).ShouldBeTrue("the stale page has something to show");

        foreach (var address in await AddressesAsync())
        {
            var answer = await admin.GetAsync(address);
            answer.StatusCode.ShouldBeOneOf([HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.NotFound, HttpStatusCode.Gone], address);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("<script>alert", Case.Insensitive, address);
        }
    }

    [Fact]
    public async Task Where_the_text_is_shown_it_is_shown_as_it_is()
    {
        using var admin = await _site.Accounts.BrowserOfAsync(UserRole.Admin);
        var (script, deep) = (await _site.CommitmentAsync(Script), await _site.CommitmentAsync("深处"));
        var plan = await _site.ReadAsync(db => db.Reports.Where(report => report.PlanYear == 2025).Select(report => report.Id).SingleAsync());
        string[] both = [$"/commitments", $"/pairs/{script.PairId}", $"/pairs/{script.PairId}?view=list", $"/reports/{plan}", $"/audit?show=all&at={script.Id}", $"/audit?show=all&at={deep.Id}"];
        foreach (var address in both)
        {
            var text = Shown(await admin.GetStringAsync(address));
            text.ShouldContain(Script, Case.Sensitive, address);
            text.ShouldContain(Deep, Case.Sensitive, address);
        }

        Shown(await admin.GetStringAsync("/commitments/" + script.Id)).ShouldContain(Script);
        Shown(await admin.GetStringAsync("/commitments/" + deep.Id)).ShouldContain(Deep);
        Shown(await admin.GetStringAsync("/runs/" + await _site.ReadAsync(db => db.Runs.OrderBy(run => run.Id).Select(run => run.Id).LastAsync()))).ShouldContain(Script);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    /// <summary>What a reader sees: the tags go, and what stood for a character is that character.</summary>
    private static string Shown(string html) => WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]*>", ""));

    /// <summary>One that would replace a report, so that the page shows both texts.</summary>
    private async Task<string> DraftAsync()
    {
        var file = SourceFile.FromBytes($"draft{Script[..8]}.txt", System.Text.Encoding.UTF8.GetBytes(Plan + $"\n（二）制定出台{Script}办法。"));
        var given = new GivenDetails("sample-cppcc", 2025, 2024);
        return (await _site.Accounts.SendAsync(new HandIn.Command([file], DraftOrigin.Page, Given: given))).Items.Single().DraftId!;
    }

    private async Task<IReadOnlyList<string>> AddressesAsync()
    {
        var row = await _site.CommitmentAsync("深处");
        var (report, run) = (await _site.ReadAsync(db => db.Reports.Select(r => r.Id).FirstAsync()), await _site.ReadAsync(db => db.Runs.OrderBy(r => r.Id).Select(r => r.Id).LastAsync()));
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kind"] = "stale", ["/commitments/id"] = row.Id, ["/pairs/id"] = row.PairId, ["/reports/id"] = report, ["/runs/id"] = run, ["/bodies/id"] = "sample-cppcc",
            ["/reports/drafts/id"] = await DraftAsync(),
        };
        return
        [
            .. RouteTable.Pages(_site.Accounts.Services, values), "/audit/orphans", $"/pairs/{row.PairId}?view=list", $"/pairs/{row.PairId}?commitment={row.Id}",
            $"/audit?show=all&at={row.Id}", "/audit?show=decided",
        ];
    }
}
