using System.Net;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App.Accounts;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Hosting;
using Tracker.Web.Tests.Accounts;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.SecondReading;

/// <summary>Readers and auditors see what the second reader said apart from what is published, and nothing of it as markup.</summary>
[Collection(ReaderDatabases.Name)]
public sealed class ReaderPageSpecs(Databases databases)
{
    private const string Hostile = "<script>alert(1)</script>“已落实”";

    [Fact]
    public async Task Pages_show_verdict_reason_evidence_model_and_cost_and_suggestions_to_auditors_alone()
    {
        await using var server = await ReaderServer.StartAsync(question => new ReaderServer.Behaviour.Says(
            $$"""{"status":"contradicted","evidence":[{"candidate":1,"relation":"direct"}],"reason":"{{Hostile}}","suggestions":[{"kind":"missed","words":"组织开展"},{"kind":"target","words":"4期"},{"kind":"missed","words":"建一座机场"}]}"""));
        var database = await databases.SmallPairAsync();
        var (program, item) = await ReaderProgram.RunAsync(database, ReaderProgram.Settings(server, price: 3));
        var row = (await program.RowsAsync()).First(found => found.ReaderSuggestions > 0);
        var training = await program.CommitmentAsync("委员培训班");
        await program.DisposeAsync();
        await using var site = new ReaderSite(database);
        using var anyone = site.CreateClient();

        var page = await anyone.GetStringAsync("/commitments/" + row.Id);
        page.ShouldNotContain("<script>alert");
        WebUtility.HtmlDecode(page).ShouldContain("＜script＞alert(1)＜/script＞“已落实”");
        page.ShouldContain("loopback-model");
        page.ShouldContain("0.00288");

        var run = await anyone.GetStringAsync("/runs/" + item.RunId);
        run.ShouldContain("run-reader-h");
        WebUtility.HtmlDecode(run).ShouldContain("建议的文字不在计划里", Case.Sensitive, "what was dropped is counted");
        (await anyone.GetStringAsync("/method")).ShouldContain("id=\"reader\"");

        using var auditor = await site.AuditorAsync();
        var queue = await auditor.GetStringAsync("/audit");
        queue.ShouldContain("判读不一", Case.Sensitive, "what two readers differ on comes first");
        (await auditor.GetStringAsync("/audit?show=all&at=" + row.Id)).ShouldContain("added=%E7%BB%84%E7%BB%87%E5%BC%80%E5%B1%95");
        (await auditor.GetStringAsync($"/audit?show=all&at={row.Id}&added=%E7%BB%84%E7%BB%87%E5%BC%80%E5%B1%95")).ShouldContain(">组织开展</textarea>");
        var withTarget = WebUtility.HtmlDecode(await auditor.GetStringAsync("/audit?show=suggested&at=" + training.Id));
        withTarget.ShouldContain("可能漏认目标");
        WebUtility.HtmlDecode(await auditor.GetStringAsync($"/audit?at={training.Id}&because=目标：4期")).ShouldContain("value=\"目标：4期\"");
        (await auditor.GetAsync("/audit?show=disputed")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await auditor.GetAsync("/audit?show=uncertain")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private sealed class ReaderSite(DatabaseSettings database) : WebApplicationFactory<LoadingState>
    {
        public async Task<HttpClient> AuditorAsync()
        {
            const string email = "auditor@example.org";
            await using (var scope = Services.CreateAsyncScope())
                await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AddUser.Command(email, UserRole.Auditor, AccountSite.Password));
            var browser = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://tracker.example") });
            (await AccountSite.LogInAsync(browser, email)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            return browser;
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("Tracker:DataDirectory", database.DataDirectory);
            builder.UseSetting("Tracker:SeedsDirectory", Path.Combine(database.DataDirectory, "no-seeds"));
        }
    }
}
