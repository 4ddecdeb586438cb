using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Tracker.Web.Tests.Pages;

namespace Tracker.Web.Tests.Api;

/// <summary>The reading half of the API as users' scripts rely on it.</summary>
[Collection(SiteCollection.Name)]
public class ReadingTests(TrackerSite site)
{
    [Theory, InlineData("bodies", 4), InlineData("reports", 5), InlineData("pairs", 8)]
    public async Task A_list_has_items_and_a_cursor(string list, int count)
    {
        var json = await GetAsync($"/api/v1/{list}");
        json.GetProperty("items").GetArrayLength().ShouldBe(count);
        json.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_five_reports_are_what_they_should_be()
    {
        var states = (await GetAsync("/api/v1/pairs")).GetProperty("items").EnumerateArray()
            .ToDictionary(pair => pair.GetProperty("id").GetString()!, pair => pair.GetProperty("state").GetString());
        states["taiyuan-cppcc-2025"].ShouldBe("scored");
        foreach (var awaiting in new[] { "jinzhong-cppcc-2025", "changzhi-cppcc-2026", "taiyuan-cppcc-2026" })
            states[awaiting].ShouldBe("awaiting");
        states["lvliang-cppcc-2025"].ShouldBe("reviewOnly");
    }

    [Fact]
    public async Task A_scored_pair_has_its_follow_through_apart_by_specificity()
    {
        var summary = (await GetAsync("/api/v1/pairs/taiyuan-cppcc-2025")).GetProperty("summary");
        var counts = new[] { "named", "specific", "general" }.Select(of => summary.GetProperty("bySpecificity").GetProperty(of).GetProperty("count").GetInt32());
        counts.Sum().ShouldBe(summary.GetProperty("commitments").GetInt32());
        summary.GetProperty("interval").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Cursors_lead_through_every_commitment_once()
    {
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var page = await GetAsync("/api/v1/commitments" + (cursor is null ? "" : "?cursor=" + cursor));
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        ids.ShouldBeUnique();
        var planned = (await GetAsync("/api/v1/pairs")).GetProperty("items").EnumerateArray().Sum(pair => pair.GetProperty("commitments").GetInt32());
        ids.Count.ShouldBe(planned);
    }

    [Theory]
    [InlineData("body=taiyuan-cppcc&year=2025&status=fulfilled", "status", "fulfilled")]
    [InlineData("specificity=named", "specificity", "named")]
    [InlineData("body=jinzhong-cppcc", "body", "jinzhong-cppcc")]
    public async Task A_filter_keeps_only_what_fits(string query, string property, string expected)
    {
        var items = (await GetAsync("/api/v1/commitments?" + query)).GetProperty("items").EnumerateArray().ToList();
        items.ShouldNotBeEmpty();
        items.ShouldAllBe(item => item.GetProperty(property).GetString() == expected);
    }

    [Fact]
    public async Task Words_are_found_whatever_their_width_and_blanks()
    {
        var exact = await GetAsync("/api/v1/commitments?q=" + Uri.EscapeDataString("三水统筹,"));
        var wide = await GetAsync("/api/v1/commitments?q=" + Uri.EscapeDataString("三水 统筹，"));
        exact.GetProperty("items").GetArrayLength().ShouldBeGreaterThan(0);
        wide.GetProperty("items").GetRawText().ShouldBe(exact.GetProperty("items").GetRawText());
    }

    [Fact]
    public async Task A_commitment_says_what_its_status_rests_on()
    {
        var id = (await GetAsync("/api/v1/commitments?pair=taiyuan-cppcc-2025&status=none")).GetProperty("items")[0].GetProperty("id").GetString();
        var commitment = await GetAsync($"/api/v1/commitments/{id}");
        commitment.GetProperty("machineStatus").GetString().ShouldBe("none");
        commitment.GetProperty("evidence").GetArrayLength().ShouldBe(0);
        commitment.GetProperty("candidates").GetArrayLength().ShouldBeInRange(1, 10);
        commitment.GetProperty("method").GetProperty("version").GetString().ShouldNotBeNullOrEmpty();
        var span = commitment.GetProperty("span");
        (span.GetProperty("end").GetInt32() - span.GetProperty("start").GetInt32()).ShouldBe(commitment.GetProperty("quote").GetString()!.Length);
        (await GetAsync($"/api/v1/commitments/{id}/history")).GetProperty("items")[0].GetProperty("kind").GetString().ShouldBe("new");
    }

    [Fact]
    public async Task A_run_lists_the_pairs_that_it_wrote()
    {
        var run = (await GetAsync("/api/v1/runs")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (await GetAsync($"/api/v1/runs/{run.GetProperty("id").GetString()}")).GetProperty("pairs").GetArrayLength().ShouldBe(8);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        var first = await site.Client.GetAsync("/api/v1/bodies");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/bodies");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag.ShouldNotBeNull());
        var second = await site.Client.SendAsync(again);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Chinese_is_readable_and_never_escaped()
    {
        var answer = await site.Client.GetAsync("/api/v1/bodies");
        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/json; charset=utf-8");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("太原市政协");
    }

    [Theory]
    [InlineData("pairs/none", HttpStatusCode.NotFound), InlineData("commitments/none", HttpStatusCode.NotFound), InlineData("commitments/none/history", HttpStatusCode.NotFound),
     InlineData("runs/none", HttpStatusCode.NotFound), InlineData("nowhere", HttpStatusCode.NotFound), InlineData("commitments?year=soon", HttpStatusCode.BadRequest),
     InlineData("commitments?status=done", HttpStatusCode.BadRequest), InlineData("commitments?cursor=%21", HttpStatusCode.BadRequest)]
    public async Task What_goes_wrong_is_a_problem_document(string address, HttpStatusCode status)
    {
        var answer = await site.Client.GetAsync("/api/v1/" + address);
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetInt32().ShouldBe((int)status);
    }

    [Fact]
    public async Task The_description_names_every_address()
    {
        var paths = (await GetAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();
        foreach (var path in new[] { "bodies", "reports", "pairs", "pairs/{id}", "commitments", "commitments/{id}", "commitments/{id}/history", "runs", "runs/{id}" })
            paths.ShouldContain("/api/v1/" + path);
    }

    private async Task<JsonElement> GetAsync(string address)
    {
        var answer = await site.Client.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
