using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Tracker.Benchmarks;

/// <summary>What pages and audit actions cost the server, without a network between.</summary>
/// <param name="Commitments">How many the pair has.</param>
internal sealed partial record ServerTiming(int Commitments, IReadOnlyList<ServerTiming.Line> Lines)
{
    /// <summary>So many that the runtime has compiled what it finds to be worth it, as on a server that has been up for a while.</summary>
    private const int Warming = 40;
    private const int Repeats = 30;

    /// <param name="Processor">Time of all processors, the mean of one answer: it does not count what other programs take.</param>
    /// <param name="Limit">What it may take; none for what the others are compared with.</param>
    public sealed record Line(string Name, TimeSpan Median, TimeSpan Processor, TimeSpan? Limit);

    public static async Task<ServerTiming> MeasureAsync()
    {
        await using var site = new ServerSite();
        await site.LoadAsync();
        using var reader = site.CreateClient();
        using var auditor = await site.AuditorAsync();
        var page = TimeSpan.FromMilliseconds(300);
        var action = TimeSpan.FromMilliseconds(100);
        var token = await ServerSite.FormTokenAsync(auditor, "/audit?show=all");
        var pair = "/pairs/" + ServerSite.PairId;
        return new ServerTiming(site.Commitments.Count,
        [
            await GetAsync("health, the peer", reader, _ => "/healthz", null),
            await GetAsync("style sheet, the peer", reader, _ => "/css/base.css", null),
            await GetAsync("pair, both texts", reader, _ => pair, page),
            await GetAsync("pair, one chosen", reader, i => $"{pair}?commitment={site.Commitments[i % site.Commitments.Count]}", page),
            await GetAsync("pair, as a list", reader, _ => pair + "?view=list", page),
            await GetAsync("workbench", auditor, i => $"/audit?show=all&at={site.Commitments[i % site.Commitments.Count]}", page),
            await PostAsync("set a status", auditor, i => Decision(site, i, token, ("status", i % 2 == 0 ? "partial" : "fulfilled")), action),
            await PostAsync("confirm a match", auditor, i => Decision(site, i, token, ("confirm", "0")), action),
            await PostAsync("reject a match", auditor, i => Decision(site, i, token, ("reject", "0")), action),
            await PostAsync("choose evidence", auditor, i => Decision(site, i, token, ("decision", "evidence"), ("quote", site.Passages[i % site.Passages.Count])), action),
            await PostAsync("not a commitment", auditor, i => Decision(site, i + 50, token, ("decision", "notCommitment")), action),
            await PostAsync("undo a local one", auditor, _ => ("/audit?handler=undo", Form(token)), action),
            await PostAsync("merge two", auditor, i => Decision(site, 100 + (2 * i), token, ("decision", "merge"), ("merged", site.Commitments[101 + (2 * i)])), action),
            await PostAsync("split one", auditor, i => Split(site, i, token), action),
            await PostAsync("add one", auditor, i => Decision(site, 0, token, ("decision", "add"), ("added", site.Halves[^(i + 1)].First), ("given", "specific")), action),
            await PostAsync("undo an addition", auditor, _ => ("/audit?handler=undo", Form(token)), action),
            await FollowUpAsync("beside an addition", site, auditor, i => Decision(site, 0, token, ("decision", "add"), ("added", site.Halves[^(i + 1)].First), ("given", "specific"))),
            await BulkAsync("accept a page in bulk", auditor, token, action),
        ]);
    }

    private static (string Address, HttpContent Form) Decision(ServerSite site, int i, string token, params (string, string)[] fields) =>
        ($"/audit?handler=decide&at={site.Commitments[i % site.Commitments.Count]}", Form(token, [.. fields, ("reason", "逐项核对")]));

    private static (string Address, HttpContent Form) Split(ServerSite site, int i, string token) =>
        ($"/audit?handler=decide&at={site.Halves[i].Id}", Form(token, ("decision", "split"), ("parts", site.Halves[i].First + "\n" + site.Halves[i].Second)));

    private static FormUrlEncodedContent Form(string token, params (string Name, string Value)[] fields) =>
        new([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("__RequestVerificationToken", token)]);

    private static Task<Line> GetAsync(string name, HttpClient client, Func<int, string> address, TimeSpan? limit) =>
        MeasureAsync(name, i => client.GetAsync(address(i)), HttpStatusCode.OK, limit);

    private static Task<Line> PostAsync(string name, HttpClient client, Func<int, (string Address, HttpContent Form)> request, TimeSpan limit) =>
        MeasureAsync(name, i => client.PostAsync(request(i).Address, request(i).Form), HttpStatusCode.Redirect, limit);

    /// <summary>Whatever of a page can be accepted, at once; taken back before the next time, which is not measured.</summary>
    private static Task<Line> BulkAsync(string name, HttpClient client, string token, TimeSpan limit)
    {
        HttpContent form = Form(token);
        return MeasureAsync(
            name, _ => client.PostAsync("/audit?handler=bulk", form), HttpStatusCode.Redirect, limit,
            async i =>
            {
                if (i > 0) await AnswerAsync(name, client.PostAsync("/audit?handler=undo", Form(token)), HttpStatusCode.Redirect);
                var seen = Seen().Matches(await client.GetStringAsync("/audit")).Select(match => ("seen", WebUtility.HtmlDecode(match.Groups[1].Value))).ToArray();
                form = Form(token, seen.Length > 0 ? seen : throw new InvalidOperationException("The page has nothing to accept."));
            });
    }

    /// <summary>What is done beside the answer, until the pair is judged and linked again.</summary>
    private static Task<Line> FollowUpAsync(string name, ServerSite site, HttpClient client, Func<int, (string Address, HttpContent Form)> request) => MeasureAsync(
        name,
        async _ =>
        {
            await site.FollowUpAsync();
            return new HttpResponseMessage(HttpStatusCode.OK);
        },
        HttpStatusCode.OK, null, async i => await AnswerAsync(name, client.PostAsync(request(i).Address, request(i).Form), HttpStatusCode.Redirect));

    /// <param name="prepare">Done before each time, and not measured.</param>
    private static async Task<Line> MeasureAsync(
        string name, Func<int, Task<HttpResponseMessage>> send, HttpStatusCode expected, TimeSpan? limit, Func<int, Task>? prepare = null)
    {
        var times = new List<TimeSpan>();
        var worked = TimeSpan.Zero;
        for (var i = 0; i < Warming + Repeats; i++)
        {
            if (prepare is not null) await prepare(i);
            var (began, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            await AnswerAsync(name, send(i), expected);
            if (i < Warming) continue;
            times.Add(Stopwatch.GetElapsedTime(began));
            worked += Environment.CpuUsage.TotalTime - before;
        }

        return new Line(name, times.Order().ElementAt(Repeats / 2), worked / Repeats, limit);
    }

    private static async Task AnswerAsync(string name, Task<HttpResponseMessage> sent, HttpStatusCode expected)
    {
        using var answer = await sent;
        var told = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode != expected) throw new InvalidOperationException($"{name}: {answer.StatusCode}: {told}");
    }

    [GeneratedRegex("name=\"seen\" value=\"([^\"]+)\"")]
    private static partial Regex Seen();
}
