using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Accounts;
using Tracker.Web.Tests.Decisions;

namespace Tracker.Web.Tests.Digests;

/// <summary>关注 on a commitment's own page.</summary>
public sealed class FollowSpecs(AuditedSite site) : IClassFixture<AuditedSite>
{
    [Fact]
    public async Task One_click_on_a_commitments_page_follows_it_and_keeps_the_readers_language()
    {
        var id = await site.ReadAsync(db => db.Commitments.Select(row => row.Id).FirstAsync());
        var page = $"/commitments/{Uri.EscapeDataString(id)}";
        var email = await site.Accounts.AddAsync(UserRole.Viewer);
        using var browser = site.Accounts.Browser();
        await AccountSite.LogInAsync(browser, email);
        await AccountSite.PostAsync(browser, "/digest/subscribe", ("scope", "everything"), ("language", "english"));
        using var nobody = site.Accounts.Browser();
        (await nobody.GetStringAsync(page)).ShouldContain("href=\"/digest/subscribe?commitment=" + id);
        var form = Regex.Match(await browser.GetStringAsync(page), "<form class=\"follow-form\".*?</form>", RegexOptions.Singleline).Value;
        form.ShouldContain("关注");
        var fields = Regex.Matches(form, "name=\"([a-z]+)\" value=\"([^\"]+)\"").Select(field => (field.Groups[1].Value, field.Groups[2].Value)).ToArray();

        var answer = await AccountSite.PostAsync(browser, page, "/digest/subscribe", fields);

        answer.Headers.Location!.ToString().ShouldBe(page);
        (await browser.GetStringAsync(page)).ShouldContain("已关注");
        var own = await site.ReadAsync(db => db.Subscriptions.Include(s => s.Reader).SingleAsync(s => s.Scope == SubscriptionScope.Commitment));
        (own.Value, own.Frequency, own.Reader.Language).ShouldBe((id, DigestFrequency.Weekly, DigestLanguage.English));
    }
}
