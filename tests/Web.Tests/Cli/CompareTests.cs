using System.Text.Json.Nodes;
using Tracker.Cli;
using Tracker.Web.Tests.App;

namespace Tracker.Web.Tests.Cli;

/// <summary>The answer of <c>compare --format json</c>, which users' scripts rely on.</summary>
public sealed class CompareTests
{
    private static readonly Lazy<Task<CommandLine>> Answer = new(() =>
        CommandLine.RunAsync("compare", "--plan", Seeds.TaiyuanPlan, "--review", Seeds.TaiyuanReview, "--format", "json"));

    [Fact]
    public async Task The_same_two_files_give_the_same_answer_byte_for_byte() =>
        (await CommandLine.RunAsync("compare", "--plan", Seeds.TaiyuanPlan, "--review", Seeds.TaiyuanReview, "--format", "json")).ShouldBe(await Answer.Value);

    [Fact]
    public async Task It_names_both_files_and_the_year_that_they_are_about()
    {
        var answer = await ParsedAsync();

        foreach (var side in (string[])["plan", "review"])
        {
            answer[side]!["body"]!.GetValue<string>().ShouldBe("太原市政协");
            answer[side]!["year"]!.GetValue<int>().ShouldBe(2025);
            answer[side]!["sha256"]!.GetValue<string>().Length.ShouldBe(64);
        }

        answer["plan"]!["file"]!.GetValue<string>().ShouldBe(Seeds.TaiyuanPlan);
        answer["method"]!["version"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("", "plan", "review", "method", "summary", "commitments", "claims", "issues")]
    [InlineData("summary", "commitments", "evidenced", "followThrough", "interval", "bySpecificity")]
    [InlineData("summary.bySpecificity", "named", "specific", "general")]
    [InlineData("summary.bySpecificity.named", "count", "followThrough")]
    [InlineData("commitments.0", "id", "span", "quote", "topic", "section", "specificity", "targets", "status", "evidenced", "score", "evidence", "candidates", "reasons")]
    [InlineData("commitments.0.span", "start", "end")]
    [InlineData("commitments.0.candidates.0", "span", "quote", "score")]
    [InlineData("claims.0", "span", "quote", "quantities", "supports")]
    public async Task It_has_the_fields_of_the_contract(string path, params string[] fields)
    {
        var part = path.Split('.', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(await ParsedAsync(), (node, step) => (int.TryParse(step, out var place) ? node[place] : node[step])!);

        fields.ShouldBeSubsetOf(part.AsObject().Select(property => property.Key));
    }

    [Fact]
    public async Task Every_quote_is_the_slice_of_its_source_that_its_span_names()
    {
        var answer = await ParsedAsync();
        var (plan, review) = (Seeds.Text("taiyuan-cppcc_2025.txt"), Seeds.Text("taiyuan-cppcc_2026.txt"));

        var quotes = Many(answer["commitments"]).Select(c => (c, plan))
            .Concat(Many(answer["commitments"]).SelectMany(c => Many(c["evidence"]).Concat(Many(c["candidates"]))).Select(e => (e, review)))
            .Concat(Many(answer["claims"]).Select(c => (c, review))).ToList();

        quotes.Count.ShouldBeGreaterThan(500);
        quotes.ShouldAllBe(quoted => Slice(quoted.Item2, quoted.Item1["span"]!) == quoted.Item1["quote"]!.GetValue<string>());
    }

    [Fact]
    public async Task Claims_and_commitments_name_each_other()
    {
        var answer = await ParsedAsync();
        var ids = Many(answer["commitments"]).Select(c => c["id"]!.GetValue<string>()).ToList();

        ids.ShouldBeUnique();
        Many(answer["claims"]).SelectMany(c => Many(c["supports"])).Select(id => id.GetValue<string>()).ShouldBeSubsetOf(ids);
        Many(answer["commitments"]).ShouldAllBe(c => Many(c["candidates"]).Count() <= 10);
        Many(answer["commitments"]).Where(c => c["status"]!.GetValue<string>() == "none").ShouldAllBe(c => !Many(c["evidence"]).Any());
    }

    [Fact]
    public async Task For_people_it_says_what_silence_means()
    {
        var text = await CommandLine.RunAsync("compare", "--plan", Seeds.TaiyuanPlan, "--review", Seeds.TaiyuanReview);

        text.Status.ShouldBe(ExitStatus.Done);
        text.Output.ShouldContain("“未见回应”指下一年报告没有提到，不等于没有做。");
    }

    private static async Task<JsonNode> ParsedAsync()
    {
        var answer = await Answer.Value;
        answer.Errors.ShouldBeEmpty();
        answer.Status.ShouldBe(ExitStatus.Done);
        return JsonNode.Parse(answer.Output)!;
    }

    private static IEnumerable<JsonNode> Many(JsonNode? array) => array!.AsArray().Select(node => node!);

    private static string Slice(string source, JsonNode span) => source[span["start"]!.GetValue<int>()..span["end"]!.GetValue<int>()];
}
