using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Accounts;

namespace Tracker.Web.Tests.Api;

/// <summary>Whatever goes wrong in the API is said in the language that the caller asks for, and in Chinese to who asks for none.</summary>
public sealed partial class ProblemLanguageSpecs(AccountSite site) : IClassFixture<AccountSite>
{
    [Theory]
    [InlineData(null, "zh-CN"), InlineData("*", "zh-CN"), InlineData("fr", "zh-CN"), InlineData("zh-TW,zh;q=0.9,en;q=0.8", "zh-CN"), InlineData("en;q=0", "zh-CN")]
    [InlineData("en", "en"), InlineData("EN-gb,en;q=0.9", "en"), InlineData("fr,en;q=0.5", "en"), InlineData("zh;q=0.4,en;q=0.5", "en")]
    public async Task The_language_is_the_first_that_is_asked_for_and_spoken(string? asked, string spoken)
    {
        using var caller = site.Browser();
        if (asked is not null) caller.DefaultRequestHeaders.Add("Accept-Language", asked);

        using var answer = await caller.GetAsync("/api/v1/pairs/none");

        answer.Content.Headers.ContentLanguage.ShouldBe([spoken]);
        answer.Headers.Vary.ShouldContain("Accept-Language");
        (await SentencesAsync(answer)).ShouldBe([spoken == "en" ? "There is no pair with the id “none”." : "没有编号为“none”的年度。"]);
    }

    [Fact]
    public async Task Who_chose_a_language_on_the_site_reads_it_here_too()
    {
        using var browser = site.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", "lang=en");
        browser.DefaultRequestHeaders.Add("Accept-Language", "zh-CN");
        (await browser.GetAsync("/api/v1/nowhere")).Content.Headers.ContentLanguage.ShouldBe(["en"]);
    }

    /// <summary>Who asks, how, and what is sent: JSON, or a form of one file where it begins with <c>file:</c>.</summary>
    [Theory]
    [InlineData("GET nowhere"), InlineData("DELETE bodies"), InlineData("GET reports/none/text"), InlineData("GET reports/none/versions"), InlineData("GET bodies/none/chains")]
    [InlineData("GET commitments/none"), InlineData("GET commitments/none/history"), InlineData("GET commitments/none/bundle"), InlineData("GET commitments/none/claim-review")]
    [InlineData("GET runs/none"), InlineData("GET bodies/none/chains?page=0"), InlineData("GET commitments?year=soon"), InlineData("GET commitments?status=done")]
    [InlineData("GET commitments?specificity=vague"), InlineData("GET commitments?cursor=%21"), InlineData("GET pairs?cursor=%21"), InlineData("GET runs?cursor=%21")]
    [InlineData("GET search?q=a"), InlineData("GET search?q=两会&part=all"), InlineData("GET runs/none?cause=luck"), InlineData("GET runs/none?kind=odd"), InlineData("GET runs/none?page=0")]
    [InlineData("GET export?format=doc"), InlineData("GET export?body=none"), InlineData("GET commitments?q=" + Long)]
    [InlineData("POST runs", "{}"), InlineData("GET drafts"), InlineData("PUT schedules/weekly", "{}")]
    [InlineData("POST runs", "{}", UserRole.Viewer), InlineData("GET schedules", "", UserRole.Auditor)]
    [InlineData("POST runs", "no json", UserRole.Auditor), InlineData("POST runs", """{"pair":"none-2025"}""", UserRole.Auditor), InlineData("POST runs", """{"pair":""}""", UserRole.Auditor)]
    [InlineData("POST runs/none/cancel", "{}", UserRole.Auditor), InlineData("POST decisions/none/undo", "{}", UserRole.Auditor)]
    [InlineData("POST commitments/none/decisions", """{"decision":"praise"}""", UserRole.Auditor), InlineData("POST commitments/none/decisions", """{"decision":"setStatus"}""", UserRole.Auditor)]
    [InlineData("POST commitments/none/decisions", """{"decision":"notCommitment"}""", UserRole.Auditor), InlineData("POST commitments/none/decisions", """{"decision":"split"}""", UserRole.Auditor)]
    [InlineData("POST commitments/none/decisions", """{"decision":"confirm","match":true}""", UserRole.Auditor)]
    [InlineData("POST commitments/none/decisions", """{"decision":"evidence","span":{"start":3,"end":1}}""", UserRole.Auditor)]
    [InlineData("GET drafts/none", "", UserRole.Auditor), InlineData("PUT drafts/none", """{"documentKind":"poem"}""", UserRole.Auditor)]
    [InlineData("PUT drafts/none", """{"newBody":{"name":""}}""", UserRole.Auditor), InlineData("POST drafts/none/confirm", "{}", UserRole.Auditor)]
    [InlineData("POST reports", "{}", UserRole.Auditor), InlineData("POST reports", "file:PK\u0003\u0004", UserRole.Auditor)]
    [InlineData("POST reports", "file:天气晴朗。", UserRole.Auditor), InlineData("POST reports", "file:plain English only, and nothing else at all.", UserRole.Auditor)]
    [InlineData("PUT schedules/New!", """{"kind":"none","cron":"now","timeZone":"Mars","name":""}""", UserRole.Admin), InlineData("POST schedules/none/fire", "{}", UserRole.Admin)]
    [InlineData("PUT publication-rule", """{"flipShare":7,"scoreStep":9}""", UserRole.Admin), InlineData("POST runs/none/publish", "{}", UserRole.Admin)]
    public async Task Every_refusal_is_said_in_either_language(string request, string sent = "", UserRole? who = null)
    {
        using var caller = who is { } role ? await site.ProgramOfAsync(role) : site.Browser();
        foreach (var language in new[] { "zh-CN", "en" })
        {
            using var message = new HttpRequestMessage(new HttpMethod(request.Split(' ')[0]), "/api/v1/" + request.Split(' ')[1]) { Content = ContentOf(sent) };
            message.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
            using var answer = await caller.SendAsync(message);

            ((int)answer.StatusCode).ShouldBeInRange(400, 499);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            var sentences = await SentencesAsync(answer);
            sentences.ShouldNotBeEmpty();
            foreach (var sentence in sentences) Han().IsMatch(language == "en" ? Quoted().Replace(sentence, "") : sentence).ShouldBe(language != "en", sentence);
        }
    }

    [Theory]
    [InlineData("export?body=none", "There is no body with the id “none”: an id is such as taiyuan-cppcc.")]
    [InlineData("commitments?specificity=vague", "Use one of these: named, specific, general.")]
    public async Task Also_who_accepts_no_JSON_is_told_what_is_wrong(string address, string said)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, "/api/v1/" + address);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        message.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        using var answer = await site.Browser().SendAsync(message);

        ((int)answer.StatusCode).ShouldBeInRange(400, 499);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await SentencesAsync(answer)).ShouldBe([said]);
    }

    private const string Long = "很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长";

    private static HttpContent? ContentOf(string sent) => sent switch
    {
        "" => null,
        _ when sent.StartsWith("file:", StringComparison.Ordinal) => new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(sent[5..])), "file", "报告.txt" } },
        _ => new StringContent(sent, Encoding.UTF8, "application/json"),
    };

    /// <summary>The detail; where single fields are wrong, what is said of each.</summary>
    private static async Task<IReadOnlyList<string>> SentencesAsync(HttpResponseMessage answer)
    {
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return problem.TryGetProperty("errors", out var errors)
            ? [.. errors.EnumerateObject().SelectMany(field => field.Value.EnumerateArray()).Select(sentence => sentence.GetString()!)]
            : [problem.GetProperty("detail").GetString()!];
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    /// <summary>What was sent is given back as it was: quoted, or as the file's name.</summary>
    [GeneratedRegex("“[^”]*”|^报告.txt: ")]
    private static partial Regex Quoted();
}
