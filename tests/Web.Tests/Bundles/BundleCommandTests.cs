using System.Net;
using Tracker.Cli;
using Tracker.Web.Tests.App;
using Tracker.Web.Tests.Cli;
using Tracker.Web.Tests.Pages;

namespace Tracker.Web.Tests.Bundles;

[Collection(SiteCollection.Name)]
public sealed class BundleCommandTests(TrackerSite site) : IDisposable
{
    private readonly Folder _folder = new();

    [Fact]
    public async Task The_button_on_a_commitments_page_hands_out_a_bundle_that_the_command_verifies()
    {
        using var browser = site.CreateClient();
        var list = await browser.GetStringAsync("/api/v1/commitments?body=taiyuan-cppcc&year=2025&specificity=named");
        var id = System.Text.Json.JsonDocument.Parse(list).RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;
        (await browser.GetStringAsync($"/commitments/{id}")).ShouldContain($"href=\"/api/v1/commitments/{id}/bundle\"");

        var answer = await browser.GetAsync($"/api/v1/commitments/{id}/bundle");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{id}.zip");
        var file = _folder.Write("b.zip", await answer.Content.ReadAsByteArrayAsync());

        var verified = await CommandLine.RunAsync("verify", file, "--plan", Seeds.TaiyuanPlan, "--review", Seeds.TaiyuanReview);
        verified.Output.ShouldNotContain("FAIL");
        verified.Output.TrimEnd().Split('\n').ShouldAllBe(line => line.StartsWith("pass\t", StringComparison.Ordinal));
        verified.Status.ShouldBe(ExitStatus.Done);
        (await browser.GetAsync("/api/v1/commitments/nothing/bundle")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Another_report_than_the_bundles_fails_and_says_so()
    {
        using var browser = site.CreateClient();
        var list = await browser.GetStringAsync("/api/v1/commitments?body=taiyuan-cppcc&year=2025");
        var id = System.Text.Json.JsonDocument.Parse(list).RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;
        var file = _folder.Write("b.zip", await browser.GetByteArrayAsync($"/api/v1/commitments/{id}/bundle"));

        var verified = await CommandLine.RunAsync("verify", file, "--plan", Seeds.TaiyuanReview);
        verified.Output.Split('\n').Single(line => line.StartsWith("FAIL", StringComparison.Ordinal)).ShouldStartWith("FAIL\tplan text\t");
        verified.Status.ShouldBe(ExitStatus.Failed);
    }

    [Fact]
    public async Task What_is_no_bundle_is_refused()
    {
        (await CommandLine.RunAsync("verify", _folder.Write("no.zip", "no bundle"))).ShouldBeRefused(ExitStatus.UnusableInput, "bad-bundle");
        (await CommandLine.RunAsync("verify", _folder.PathOf("nowhere.zip"))).ShouldBeRefused(ExitStatus.UnusableInput, "not-found");
        (await CommandLine.RunAsync("bundle", "nothing", "--out", _folder.PathOf("b.zip"), "--data", _folder.Data)).ShouldBeRefused(ExitStatus.UnusableInput, "unknown-commitment");
        Directory.GetFiles(_folder.Path).ShouldBe([_folder.PathOf("no.zip")]);
    }

    public void Dispose() => _folder.Dispose();
}
