using System.Globalization;
using System.Text.Json.Nodes;
using Tracker.App.Exports;
using Tracker.App.Reports;
using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Web.Features.Commitments;
using Tracker.Web.Language;

namespace Tracker.Web.Api;

/// <summary>One value of everything that can be sent, for the API's description and the page to try it.</summary>
internal static class ApiExamples
{
    private static readonly Dictionary<string, JsonNode> Parameters = new(StringComparer.Ordinal)
    {
        ["body"] = "taiyuan-cppcc", ["year"] = 2025, ["status"] = "none", ["specificity"] = "named", ["q"] = "文旅", ["pair"] = "taiyuan-cppcc-2025", ["cursor"] = "",
        ["region"] = "山西省", ["kind"] = "cppcc", ["getRunsIdKind"] = "flipped", ["part"] = "commitment", ["format"] = "csv", ["page"] = 1, ["weaker"] = true,
        ["id"] = "20261121T000000-0000", ["cause"] = "newText",
        ["bodiesId"] = "taiyuan-cppcc", ["pairsId"] = "taiyuan-cppcc-2025", ["commitmentsId"] = "taiyuan-cppcc-2025.c-000000000000", ["reportsId"] = "0123456789abcdef",
        ["draftsId"] = "00000000000000000000000000000000", ["runsId"] = "20261121T000000-0000", ["schedulesId"] = "digest", ["decisionsId"] = "00000000000000000000000000000000",
    };

    /// <summary>Values of which a parameter takes one.</summary>
    private static readonly Dictionary<string, string[]> Choices = new(StringComparer.Ordinal)
    {
        ["status"] = [.. CodesOf<CommitmentStatus>(), ListCommitments.Awaiting], ["getCommitmentsStatus"] = [.. CodesOf<CommitmentStatus>(), ListCommitments.Awaiting, ListCommitments.Left],
        ["specificity"] = CodesOf<Specificity>(), ["part"] = CodesOf<SearchPart>(), ["format"] = CodesOf<ExportFormat>(), ["cause"] = CodesOf<ChangeCause>(),
        ["getRunsIdKind"] = CodesOf<ChangeKind>(), ["getSearchKind"] = [.. BodyKinds.All],
    };

    private static readonly Dictionary<string, string> Requests = new(StringComparer.Ordinal)
    {
        ["postRuns"] = """{"pair":"taiyuan-cppcc-2025","all":false}""",
        ["postRunsIdPublish"] = """{"pair":"taiyuan-cppcc-2025"}""",
        ["postRunsIdDiscard"] = """{"pair":"taiyuan-cppcc-2025"}""",
        ["putPublicationRule"] = """{"flipShare":0.1,"scoreStep":0.05}""",
        ["putDraftsId"] = """{"body":"taiyuan-cppcc","planYear":2026,"reviewYear":2025,"documentKind":"fullReport","delivered":"2026-01-20"}""",
        ["postDraftsIdConfirm"] = """{"replaces":null,"reason":null}""",
        ["postCommitmentsIdDecisions"] = """{"decision":"setStatus","status":"fulfilled","reason":"下一年的报告第三部分写明已完成"}""",
        ["putSchedulesId"] = """{"kind":"digest","cron":"0 8 * * 1","timeZone":"Asia/Shanghai","misfire":"runOnce","isOn":true,"name":"每周一早上的摘要"}""",
    };

    /// <summary>Answers that say what is wrong, by their status: what goes before the words of the detail.</summary>
    private static readonly Dictionary<string, (string Section, string Title)> Problems = new(StringComparer.Ordinal)
    {
        ["400"] = ("15.5.1", "One or more validation errors occurred."), ["401"] = ("15.5.2", "Unauthorized"), ["403"] = ("15.5.4", "Forbidden"), ["404"] = ("15.5.5", "Not Found"),
    };

    public static IEnumerable<string> ProblemStatuses => Problems.Keys;

    /// <param name="keys">From the most particular to the most general.</param>
    public static JsonNode? Parameter(params string[] keys) => First(Parameters, keys)?.DeepClone();

    /// <inheritdoc cref="Parameter"/>
    public static string[] ChoicesOf(params string[] keys) => First(Choices, keys) ?? [];

    public static JsonNode? Request(string operation) => Requests.TryGetValue(operation, out var json) ? JsonNode.Parse(json) : null;

    public static JsonNode Problem(string status, Wording words)
    {
        var (section, title) = Problems[status];
        var problem = new JsonObject { ["type"] = "https://tools.ietf.org/html/rfc9110#section-" + section, ["title"] = title, ["status"] = int.Parse(status, CultureInfo.InvariantCulture) };
        if (status == "400") problem["errors"] = new JsonObject { ["Specificity"] = new JsonArray(StoredSentence.In(words, Codes.OneOf<Specificity>())) };
        else problem["detail"] = status == "404" ? words["sentence.noPair", "none"] : words["problem." + status];
        return problem;
    }

    private static string[] CodesOf<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(Codes.Of)];

    private static T? First<T>(Dictionary<string, T> values, string[] keys) where T : class =>
        keys.Select(key => values.GetValueOrDefault(key)).FirstOrDefault(value => value is not null);
}
