using System.Net;
using Tracker.Data.Entities;
using Tracker.Web.Features.Admin;
using Tracker.Web.Language;
using Tracker.Web.Tests.Accounts;

namespace Tracker.Web.Tests.AuditLog;

public sealed class LogPageSpecs(AccountSite site) : IClassFixture<AccountSite>
{
    [Fact]
    public async Task An_admin_filters_checks_and_exports_the_log()
    {
        var viewer = await site.AddAsync(UserRole.Viewer);
        using var browser = await site.BrowserOfAsync(UserRole.Admin);

        var filtered = await browser.GetStringAsync($"/admin/log?kind=account&subject={viewer}");
        filtered.ShouldContain(viewer);
        filtered.ShouldNotContain("登录 ·");
        (await browser.GetStringAsync("/admin/log?from=2001-01-01&to=2001-12-31")).ShouldContain("没有符合条件的记录");
        (await browser.GetStringAsync("/admin/log?check=true")).ShouldContain("核对完毕");

        var csv = await browser.GetAsync($"/admin/log?handler=csv&subject={viewer}");
        csv.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        (await csv.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"action":"role-changed","from":"viewer","to":"auditor"}""", "动作=改了角色; 原来=查看者; 改为=审核员")]
    [InlineData("""{"id":"7f","decision":"setStatus","status":"none","reason":"none"}""", "编号=7f; 认定=认定状态; 落实状态=未见回应; 理由=none")]
    [InlineData("""{"before":{"cron":"0 8 * * 1"},"after":{"cron":"0 9 * * 1","novel":true}}""", "原来 › 时间=0 8 * * 1; 改为 › 时间=0 9 * * 1; 改为 › novel=是")]
    [InlineData("""{"coders":["a@b.cn","c@d.cn"],"size":3}""", "评定人=a@b.cn、c@d.cn; 样本大小=3")]
    [InlineData("not JSON <b>", "=not JSON <b>")]
    public void Every_field_of_an_entry_is_shown_in_plain_words_and_unknown_ones_as_they_are(string detail, string shown) =>
        string.Join("; ", LogDetail.Of(detail, Wording.For(Wording.Chinese)).Select(field => $"{field.Label}={field.Value}")).ShouldBe(shown);

    [Fact]
    public async Task What_somebody_wrote_is_shown_as_text()
    {
        using var browser = await site.BrowserOfAsync(UserRole.Admin);
        await AccountSite.PostAsync(browser, "/account", "/account?handler=AddToken", ("name", "<script>alert(1)</script>"));

        foreach (var address in new[] { "/account", "/admin/log?kind=token" })
        {
            (await browser.GetStringAsync(address)).ShouldSatisfyAllConditions(
                page => page.ShouldContain("alert(1)"), page => page.ShouldNotContain("<script>alert"));
        }
    }

    [Theory]
    [InlineData(UserRole.Viewer)]
    [InlineData(UserRole.Auditor)]
    public async Task Only_an_admin_sees_the_log(UserRole role)
    {
        using var browser = await site.BrowserOfAsync(role);

        (await browser.GetAsync("/admin/log")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetAsync("/admin/log?handler=csv")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
