using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Accounts;

namespace Tracker.Web.Tests.Decisions;

/// <summary>失去依据: where several places could be meant, a person has to be able to tell them apart.</summary>
public sealed class OrphanPageSpecs(AuditedSite site) : IClassFixture<AuditedSite>
{
    private const string Sentence = "建成委员之家20个，组织开展“书香政协”读书活动。";

    [Fact]
    public async Task Like_places_are_shown_in_their_surroundings_and_one_commitment_is_chosen_by_its_number()
    {
        var row = await site.CommitmentAsync("委员之家");
        using var browser = await site.Accounts.BrowserOfAsync(UserRole.Auditor);
        await AccountSite.PostAsync(browser, "/audit", $"/audit?handler=decide&at={row.Id}", ("status", "contradicted"));
        await site.TakeInAsync("doubled.txt", AuditedSite.Plan.Replace("（三）", "（三）加强自身建设。" + Sentence, StringComparison.Ordinal), 2025, 2024);

        var page = new HtmlParser().ParseDocument(await browser.GetStringAsync("/audit/orphans"));
        var places = page.QuerySelectorAll(".audit-sides mark").Select(mark => mark.ParentElement!.TextContent.Trim()).ToList();
        places.Count.ShouldBe(2);
        places.Distinct().Count().ShouldBe(2);
        var chosen = page.QuerySelector("select[name=commitment] option")!;
        chosen.TextContent.ShouldBe($"{row.Position + 1}. {row.Quote}", "the most alike comes first, by its number in the plan");

        var decision = page.QuerySelector("input[name=decision]")!.GetAttribute("value")!;
        (await AccountSite.PostAsync(browser, "/audit/orphans", "/audit/orphans?handler=reaffirm", ("decision", decision), ("commitment", chosen.GetAttribute("value")!))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await site.ReadAsync(db => db.Commitments.Where(c => c.Id == row.Id).Select(c => c.Status).SingleAsync())).ShouldBe(CommitmentStatus.Contradicted);
        (await site.ReadAsync(db => db.Placements.Where(p => p.DecisionId == decision).Select(p => p.Fate).SingleAsync())).ShouldNotBe(AnchorFate.Orphaned);
    }
}
