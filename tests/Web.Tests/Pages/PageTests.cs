using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tracker.Core.Domain;
using Tracker.Core.Training.Accuracy;
using Tracker.Web.Features.Method;

namespace Tracker.Web.Tests.Pages;

/// <summary>What the pages say, without a script having run.</summary>
[Collection(SiteCollection.Name)]
public partial class PageTests(TrackerSite site)
{
    [Fact]
    public async Task The_overview_tells_what_is_scored_what_awaits_and_what_is_only_reviewed()
    {
        var page = await TextAsync("/");
        page.ShouldContain("太原市政协");
        page.ShouldContain("已列出");
        page.ShouldContain("只有回顾");
        foreach (var specificity in new[] { "有名有数", "具体", "笼统" })
            page.ShouldContain(specificity);
        page.ShouldMatch(@"区间\d+%–\d+%\s*有回应\d+%");
    }

    [Fact]
    public async Task A_pair_page_sets_both_texts_whole_with_every_commitment_marked_once()
    {
        var html = await HtmlAsync("/pairs/taiyuan-cppcc-2025");
        var count = (await JsonAsync("/api/v1/pairs/taiyuan-cppcc-2025")).GetProperty("commitments").GetInt32();
        PlanPin().Count(html).ShouldBe(count);
        PlanPin().Matches(html).Select(pin => pin.Groups[1].Value).ShouldBeUnique();
        foreach (var seed in new[] { "taiyuan-cppcc_2025", "taiyuan-cppcc_2026" })
            Squeeze(MarkedTextTests.TextOf(WithoutFoldLabels(html))).ShouldContain(Squeeze(File.ReadAllText(Path.Combine(Seeds(), "reports", seed + ".txt"))));
    }

    [Fact]
    public async Task A_pair_page_can_be_narrowed_by_its_address()
    {
        var all = PlanPin().Count(await HtmlAsync("/pairs/taiyuan-cppcc-2025"));
        var silent = await HtmlAsync("/pairs/taiyuan-cppcc-2025?status=none");
        PlanPin().Count(silent).ShouldBeInRange(1, all - 1);
        silent.ShouldNotContain("<mark class=\"is-fulfilled");
        var list = await TextAsync("/pairs/taiyuan-cppcc-2025?status=none&view=list");
        list.ShouldContain("下一年的报告没有提及");
    }

    [Fact]
    public async Task A_commitment_that_is_looked_at_has_an_address_of_its_own()
    {
        var id = (await JsonAsync("/api/v1/commitments?pair=taiyuan-cppcc-2025&status=fulfilled")).GetProperty("items")[0].GetProperty("id").GetString();
        var html = await HtmlAsync($"/pairs/taiyuan-cppcc-2025?commitment={id}");
        html.ShouldContain("is-fulfilled is-selected");
        html.ShouldContain($"href=\"/commitments/{id}\"");
    }

    [Fact]
    public async Task A_commitment_that_nothing_answers_says_that_silence_is_not_failure()
    {
        var id = (await JsonAsync("/api/v1/commitments?pair=taiyuan-cppcc-2025&status=none")).GetProperty("items")[0].GetProperty("id").GetString();
        var page = await TextAsync($"/commitments/{id}");
        page.ShouldContain("未见回应：下一年的报告没有提及这件事。这不等于没有做。");
        page.ShouldContain("候选");
    }

    [Fact]
    public async Task A_commitment_page_shows_the_quotation_in_its_sentence_and_its_method_version()
    {
        var item = (await JsonAsync("/api/v1/commitments?pair=taiyuan-cppcc-2025&status=fulfilled")).GetProperty("items")[0];
        var html = await HtmlAsync($"/commitments/{item.GetProperty("id").GetString()}");
        html.ShouldContain($"<mark class=\"is-fulfilled\" data-keys=\"\">{WebUtility.HtmlEncode(item.GetProperty("quote").GetString())}</mark>");
        MarkedTextTests.TextOf(html).ShouldContain("方法版本");
    }

    [Fact]
    public async Task An_awaiting_pair_says_what_it_waits_for()
    {
        var page = await TextAsync("/pairs/taiyuan-cppcc-2026");
        page.ShouldContain("2027年的报告收入之后，才能逐条对照");
        page.ShouldNotContain("未见回应：");
    }

    [Fact]
    public async Task A_review_without_a_plan_says_so() =>
        (await TextAsync("/pairs/lvliang-cppcc-2025")).ShouldContain("没有可以对照的承诺");

    [Fact]
    public async Task The_method_page_shows_the_measured_figures_beside_the_baseline_and_every_weakness()
    {
        var page = Squeeze(await TextAsync("/method"));
        foreach (var pair in AccuracyRecord.Shared.Sets.SelectMany(set => set.Pairs))
            page.ShouldContain($"{pair.Body}{pair.Year}{string.Join('/', CountsOf(pair))}"
                + string.Concat(MethodModel.Figures.Select(figure => $"{Score(pair.Tracker[figure])}/{Score(pair.Baseline[figure])}")));
        foreach (var mistake in AccuracyRecord.Shared.Mistakes.Where(mistake => mistake.Commitments > 0))
            page.ShouldContain($"{mistake.Commitments}项承诺{(mistake.Example is { } example ? "部署说" + example.Commitment : "")}");

        static string Score(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
        static IEnumerable<int> CountsOf(MeasuredPair pair) =>
            new[] { CommitmentStatus.Fulfilled, CommitmentStatus.Partial, CommitmentStatus.None, CommitmentStatus.Contradicted }.Select(status => pair.Statuses[status]);
    }

    [Theory]
    [InlineData("data-chart=\"curve\"", 2), InlineData("看表格", 2)]
    public async Task Each_curve_of_the_method_page_has_its_table(string part, int times) =>
        (await HtmlAsync("/method")).Split(part).Length.ShouldBe(times + 1);

    [Theory]
    [InlineData("/commitments?q=没有哪份报告会这样写", "没有符合条件的承诺事项")]
    [InlineData("/commitments?status=awaiting", "待下年报告")]
    [InlineData("/method", "准确度")]
    [InlineData("/runs", "载入自带报告")]
    [InlineData("/bodies/jinzhong-cppcc", "山西省晋中市")]
    public async Task A_page_answers_at_its_address(string address, string words) => (await TextAsync(address)).ShouldContain(words);

    [Theory]
    [InlineData("commitments"), InlineData("claims"), InlineData("remainder"), InlineData("issues")]
    public async Task A_report_page_shows_what_was_read_and_what_was_not(string layer)
    {
        var report = (await JsonAsync("/api/v1/reports?body=jinzhong-cppcc")).GetProperty("items")[0].GetProperty("id").GetString();
        var html = await HtmlAsync($"/reports/{report}?mark={layer}");
        Squeeze(MarkedTextTests.TextOf(html)).ShouldContain(Squeeze(await File.ReadAllTextAsync(Path.Combine(Seeds(), "reports", "jinzhong-cppcc_2025.txt"))));
    }

    [Theory, InlineData("/pairs/nobody-1999"), InlineData("/commitments/none"), InlineData("/reports/none"), InlineData("/bodies/none"), InlineData("/runs/none"), InlineData("/nowhere")]
    public async Task What_is_not_there_is_answered_in_words(string address)
    {
        var answer = await site.Client.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        MarkedTextTests.TextOf(await answer.Content.ReadAsStringAsync()).ShouldContain("没有找到这个页面");
    }

    [Fact]
    public async Task A_filter_that_makes_no_sense_is_refused_in_words()
    {
        var answer = await site.Client.GetAsync("/pairs/taiyuan-cppcc-2025?status=done");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        MarkedTextTests.TextOf(await answer.Content.ReadAsStringAsync()).ShouldContain("看不懂的条件");
    }

    [Fact]
    public async Task The_second_language_is_one_choice_away()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", "lang=en");
        var html = await (await site.Client.SendAsync(request)).Content.ReadAsStringAsync();
        html.ShouldContain("<html lang=\"en\"");
        html.ShouldContain("reported back");
    }

    private async Task<string> HtmlAsync(string address)
    {
        var answer = await site.Client.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<string> TextAsync(string address) => MarkedTextTests.TextOf(await HtmlAsync(address));

    private Task<JsonElement> JsonAsync(string address) => site.Client.GetFromJsonAsync<JsonElement>(address);

    /// <summary>The words on a folded part are the page's, not the report's.</summary>
    private static string WithoutFoldLabels(string html) => FoldLabel().Replace(html, "");

    private static string Squeeze(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character) && character != '\ufeff'));

    private static string Seeds()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "seeds", "manifest.json"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "seeds");
    }

    [GeneratedRegex("class=\"pin [^\"]*\" id=\"(c\\d+)\"")]
    private static partial Regex PlanPin();

    [GeneratedRegex("<summary>[^<]*</summary>")]
    private static partial Regex FoldLabel();
}
