using System.Net;
using Tracker.Data;

namespace Tracker.Web.Tests.Operations;

/// <summary>How much one address may ask, whose word is taken for who asks, and what is said of it.</summary>
public sealed class LimitSpecs
{
    [Fact]
    public async Task Who_asks_too_much_is_told_when_to_come_back_and_others_are_served_meanwhile()
    {
        await using var site = new OperatedSite(("Tracker:Limits:RequestsPerMinute", "3"));
        for (var i = 0; i < 3; i++) (await site.GetAsync("/method", "203.0.113.7")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var page = await site.GetAsync("/method", "203.0.113.7");
        page.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        page.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        (await page.Content.ReadAsStringAsync()).ShouldContain("<h1");
        var api = await site.GetAsync("/api/v1/bodies", "203.0.113.7");
        api.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        api.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");

        (await site.GetAsync("/method", "203.0.113.8")).StatusCode.ShouldBe(HttpStatusCode.OK, "another address");
        (await site.GetAsync("/healthz", "203.0.113.7")).StatusCode.ShouldBe(HttpStatusCode.OK, "health is never refused");
        (await site.GetAsync("/css/base.css", "203.0.113.7")).StatusCode.ShouldBe(HttpStatusCode.OK, "nor are the site's own files");
    }

    [Fact]
    public async Task One_network_of_IPv6_is_one_who_asks()
    {
        await using var site = new OperatedSite(("Tracker:Limits:RequestsPerMinute", "2"));
        (await site.GetAsync("/method", "2001:db8:1:2::1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.GetAsync("/method", "2001:db8:1:2:ffff::9")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.GetAsync("/method", "2001:db8:1:2::77")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await site.GetAsync("/method", "2001:db8:1:3::1")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, InlineData("10.0.0.0/8,127.0.0.1", true), InlineData("192.0.2.0/24", false), InlineData("", false)]
    public async Task Only_a_known_proxy_is_believed_about_who_asks_and_that_they_asked_over_TLS(string proxies, bool isBelieved)
    {
        await using var site = new OperatedSite(("Tracker:Proxies", proxies), ("Tracker:Limits:RequestsPerMinute", "2"));
        var asked = new List<HttpResponseMessage>();
        for (var reader = 1; reader <= 3; reader++)
            asked.Add(await site.GetAsync("/method", "10.1.2.3", ("X-Forwarded-For", $"203.0.113.{reader}"), ("X-Forwarded-Proto", "https")));

        asked[2].StatusCode.ShouldBe(isBelieved ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, "three readers behind one proxy");
        asked[0].Headers.Contains("Strict-Transport-Security").ShouldBe(isBelieved);
    }

    [Theory]
    [InlineData("Tracker:Limits:RequestsPerMinute", "many"), InlineData("Tracker:Proxies", "my-proxy"), InlineData("Tracker:Logs", "xml")]
    [InlineData("Tracker:Telemetry:Endpoint", "collector:4318")]
    public void A_setting_that_means_nothing_stops_the_start_and_is_named(string name, string value)
    {
        using var site = new OperatedSite((name, value));
        var refused = Should.Throw<DatabaseSettingsException>(() => site.Services);
        refused.Message.ShouldContain(name.Replace(":", "__", StringComparison.Ordinal));
        refused.Message.ShouldContain(value);
    }
}
