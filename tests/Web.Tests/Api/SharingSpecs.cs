using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Tracker.Web.Tests.Pages;

namespace Tracker.Web.Tests.Api;

/// <summary>What other programs take along, in the shapes that their standards ask for.</summary>
[Collection(SiteCollection.Name)]
public sealed class SharingSpecs(TrackerSite site)
{
    [Theory, InlineData("fulfilled"), InlineData("none")]
    public async Task An_annotation_quotes_the_plan_and_the_review_where_they_say_it(string status)
    {
        var id = await FirstAsync($"pair=taiyuan-cppcc-2025&status={status}");
        var annotation = await GetAsync($"/api/v1/commitments/{id}/annotation", "application/ld+json");

        annotation.GetProperty("@context")[0].GetString().ShouldBe("http://www.w3.org/ns/anno.jsonld");
        annotation.GetProperty("type").GetString().ShouldBe("Annotation");
        annotation.GetProperty("id").GetString().ShouldEndWith($"/api/v1/commitments/{id}/annotation");
        var bodies = annotation.GetProperty("body").EnumerateArray().ToList();
        bodies[0].GetProperty("purpose").GetString().ShouldBe("tagging");
        var passages = bodies.Where(body => body.GetProperty("type").GetString() == "SpecificResource").ToList();
        passages.Count.ShouldBeInRange(status == "none" ? 0 : 1, status == "none" ? 0 : 20);
        foreach (var passage in passages.Append(annotation.GetProperty("target"))) await ShouldStandAsync(passage);
    }

    [Fact]
    public async Task A_claim_review_rates_what_is_answered_and_says_of_silence_what_it_means()
    {
        var answered = await GetAsync($"/api/v1/commitments/{await FirstAsync("pair=taiyuan-cppcc-2025&status=fulfilled")}/claim-review", "application/ld+json");
        answered.GetProperty("@context").GetString().ShouldBe("https://schema.org");
        answered.GetProperty("@type").GetString().ShouldBe("ClaimReview");
        answered.GetProperty("claimReviewed").GetString().ShouldNotBeNullOrEmpty();
        answered.GetProperty("itemReviewed").GetProperty("author").GetProperty("name").GetString().ShouldBe("太原市政协");
        answered.GetProperty("reviewRating").GetProperty("ratingValue").GetInt32().ShouldBe(3);
        DateOnly.ParseExact(answered.GetProperty("datePublished").GetString()!, "yyyy-MM-dd").Year.ShouldBeGreaterThan(2000);

        var silent = await GetAsync($"/api/v1/commitments/{await FirstAsync("pair=taiyuan-cppcc-2025&status=none")}/claim-review", "application/ld+json");
        silent.GetProperty("reviewRating").TryGetProperty("ratingValue", out _).ShouldBeFalse();
        silent.GetProperty("reviewRating").GetProperty("alternateName").GetString().ShouldBe("未见回应");
        silent.GetProperty("reviewBody").GetString().ShouldNotBeNull().ShouldContain("不表示事情没有做");
    }

    [Fact]
    public async Task What_awaits_its_review_has_no_claim_review() =>
        (await site.Client.GetAsync($"/api/v1/commitments/{await FirstAsync("status=awaiting")}/claim-review")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_csv_opens_in_a_spreadsheet_as_it_is()
    {
        var bytes = await site.Client.GetByteArrayAsync("/api/v1/export?format=csv&body=taiyuan-cppcc&year=2025");
        bytes.Take(3).ShouldBe([0xEF, 0xBB, 0xBF]);
        Encoding.UTF8.GetString(bytes).Split("\r\n").Length.ShouldBeGreaterThan(50);
    }

    [Theory, InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), InlineData("json", "application/json")]
    public async Task An_export_says_what_it_is_and_how_it_is_called(string format, string type)
    {
        var answer = await site.Client.GetAsync($"/api/v1/export?format={format}&year=2025");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe($"tracker-2025.{format}");
    }

    [Theory, InlineData("format=pdf", HttpStatusCode.BadRequest), InlineData("body=nobody", HttpStatusCode.UnprocessableEntity)]
    public async Task An_export_of_what_there_is_not_is_a_problem_document(string query, HttpStatusCode status)
    {
        var answer = await site.Client.GetAsync("/api/v1/export?" + query);
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Whatever_is_read_has_a_tag_and_is_not_sent_twice()
    {
        var id = await FirstAsync("pair=taiyuan-cppcc-2025");
        var report = (await GetAsync("/api/v1/pairs/taiyuan-cppcc-2025")).GetProperty("plan").GetProperty("id").GetString();
        foreach (var address in new[] { "bodies", "reports", "pairs", "commitments", "runs", $"commitments/{id}", $"commitments/{id}/annotation", $"commitments/{id}/claim-review", $"commitments/{id}/history", $"reports/{report}/text", "search?q=%E6%96%87%E6%97%85", "export?format=csv&year=2025" })
        {
            var first = await site.Client.GetAsync("/api/v1/" + address);
            first.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/" + address);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag.ShouldNotBeNull(address));
            (await site.Client.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified, address);
        }
    }

    [Fact]
    public async Task The_description_gives_every_query_parameter_an_example_and_every_address_its_errors()
    {
        var paths = (await GetAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Where(path => path.Name.StartsWith("/api/v1/", StringComparison.Ordinal)).ToList();
        paths.Count.ShouldBeGreaterThan(20);
        foreach (var (path, operation) in paths.SelectMany(path => path.Value.EnumerateObject().Select(operation => (path.Name, operation.Value))))
        {
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(path);
            operation.GetProperty("tags")[0].GetString().ShouldNotBeNull().ShouldNotContain("Tracker", customMessage: path);
            if (path.Contains('{')) operation.GetProperty("responses").TryGetProperty("404", out _).ShouldBeTrue(path);
            if (operation.TryGetProperty("parameters", out var parameters))
                foreach (var parameter in parameters.EnumerateArray()) parameter.TryGetProperty("example", out _).ShouldBeTrue($"{path} {parameter.GetProperty("name")}");
        }

        paths.Single(path => path.Name == "/api/v1/runs").Value.GetProperty("post").GetProperty("security").GetArrayLength().ShouldBe(1);
    }

    [Theory, InlineData("v1", "zh-CN"), InlineData("v1-en", "en")]
    public async Task The_page_to_try_it_has_every_operation_of_the_description_in_the_words_of_its_language(string document, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/developers");
        request.Headers.Add("Cookie", "lang=" + language);
        var page = WebUtility.HtmlDecode(await (await site.Client.SendAsync(request)).Content.ReadAsStringAsync());
        var description = await GetAsync($"/openapi/{document}.json");

        page.ShouldContain($"/openapi/{document}.json");
        foreach (var operation in description.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(operation => operation.Value))
        {
            page.ShouldContain($"<details class=\"operation\" id=\"{operation.GetProperty("operationId").GetString()}\">");
            page.ShouldContain(operation.GetProperty("summary").GetString()!);
        }
    }

    [Fact]
    public async Task Results_of_different_use_cases_are_described_apart()
    {
        var paths = (await GetAsync("/openapi/v1.json")).GetProperty("paths");
        string Answer(string path) => paths.GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString()!;
        Answer("/api/v1/runs/{id}").ShouldEndWith("/ShowRunResult");
        Answer("/api/v1/reports").ShouldEndWith("/ListReportsResult");
    }

    [Theory, InlineData("getCommitments?year=2025&status=&q=%E6%96%87%E6%97%85", "/api/v1/commitments?year=2025&q=%E6%96%87%E6%97%85"), InlineData("getPairsId?id=taiyuan-cppcc-2025", "/api/v1/pairs/taiyuan-cppcc-2025"),
        InlineData("getPairsId?id=a/../b", "/api/v1/pairs/a%2F..%2Fb"), InlineData("getPairsId?id=..", "/developers#getPairsId"), InlineData("postRuns", "/developers#postRuns"), InlineData("nothing", "/developers")]
    public async Task A_form_without_scripts_leads_to_the_address_that_it_spells_out_and_to_none_that_writes(string form, string address) =>
        (await site.Client.GetAsync("/developers/try/" + form)).Headers.Location!.ToString().ShouldBe(address);

    [Fact]
    public async Task A_search_is_an_address_that_shows_what_was_found_and_offers_to_follow_it()
    {
        var page = await site.Client.GetStringAsync("/search?q=%E6%96%87%E6%97%85&part=commitment");
        page.ShouldContain("<mark class=\"is-word\" data-keys=\"\">文旅</mark>");
        page.ShouldContain("/digest/subscribe?topic=");
        (await site.Client.GetStringAsync("/search?q=%E6%B0%B4")).ShouldContain("两个字");
        (await site.Client.GetStringAsync("/")).ShouldContain("action=\"/search\"");
    }

    private async Task ShouldStandAsync(JsonElement passage)
    {
        var text = await site.Client.GetStringAsync(new Uri(passage.GetProperty("source").GetString()!).PathAndQuery);
        var (quote, position) = (passage.GetProperty("selector")[0], passage.GetProperty("selector")[1]);
        quote.GetProperty("type").GetString().ShouldBe("TextQuoteSelector");
        position.GetProperty("type").GetString().ShouldBe("TextPositionSelector");
        position.GetProperty("offsetUnit").GetString().ShouldBe("UTF-16 code unit");
        var (start, end) = (position.GetProperty("start").GetInt32(), position.GetProperty("end").GetInt32());
        text[start..end].ShouldBe(quote.GetProperty("exact").GetString());
        text[..start].ShouldEndWith(quote.GetProperty("prefix").GetString()!);
        text[end..].ShouldStartWith(quote.GetProperty("suffix").GetString()!);
    }

    private async Task<string> FirstAsync(string query) =>
        (await GetAsync("/api/v1/commitments?" + query)).GetProperty("items")[0].GetProperty("id").GetString()!;

    private async Task<JsonElement> GetAsync(string address, string type = "application/json")
    {
        var answer = await site.Client.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
