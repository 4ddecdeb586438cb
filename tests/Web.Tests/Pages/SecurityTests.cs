using System.Net;
using System.Text.RegularExpressions;

namespace Tracker.Web.Tests.Pages;

/// <summary>What a page may load and what a form may do.</summary>
[Collection(SiteCollection.Name)]
public partial class SecurityTests(TrackerSite site)
{
    [Theory, InlineData("/"), InlineData("/pairs/taiyuan-cppcc-2025"), InlineData("/nowhere"), InlineData("/api/v1/bodies"), InlineData("/css/base.css")]
    public async Task Every_answer_forbids_what_it_does_not_need(string address)
    {
        var headers = (await site.Client.GetAsync(address)).Headers;
        var policy = headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Theory]
    [InlineData("/"), InlineData("/pairs/taiyuan-cppcc-2025"), InlineData("/commitments"), InlineData("/method"), InlineData("/bodies/taiyuan-cppcc"), InlineData("/runs")]
    public async Task A_page_has_no_script_and_no_style_of_its_own(string address)
    {
        var html = await site.Client.GetStringAsync(address);
        Inline().Matches(html).Select(match => match.Value).ShouldBeEmpty();
        Foreign().Matches(html).Select(match => match.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var answer = await site.Client.PostAsync("/preferences", new FormUrlEncodedContent([KeyValuePair.Create("theme", "dark")]));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/commitments?q=1", "/commitments?q=1"), InlineData("https://elsewhere.example/", "/"), InlineData("//elsewhere.example", "/"), InlineData("/\\elsewhere.example", "/")]
    public async Task A_choice_of_look_is_kept_and_leads_back_only_into_this_site(string back, string expected)
    {
        var page = await site.Client.GetAsync("/");
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/preferences");
        request.Content = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["theme"] = "dark", ["back"] = back });
        var answer = await site.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe(expected);
        answer.Headers.GetValues("Set-Cookie").ShouldContain(cookie => cookie.StartsWith("theme=dark", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_forwarded_host_is_not_believed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
        request.Headers.Add("X-Forwarded-Host", "elsewhere.example");
        request.Headers.Add("X-Forwarded-Proto", "https");
        (await (await site.Client.SendAsync(request)).Content.ReadAsStringAsync()).ShouldNotContain("elsewhere.example");
    }

    [GeneratedRegex("""<style|<script(?![^>]*\ssrc=)[^>]*>| style="| on[a-z]+=""")]
    private static partial Regex Inline();

    [GeneratedRegex("""(?:src|href|action|hx-get)="(?:https?:)?//[^"]*""")]
    private static partial Regex Foreign();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
