using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Tracker.Web.Tests.SecondReading;

/// <summary>A server on this machine that speaks the protocol of language models, well or badly, as it is told to.</summary>
public sealed partial class ReaderServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<Question, Behaviour> _behave;
    private readonly ConcurrentDictionary<string, int> _asked = new(StringComparer.Ordinal);
    private int _atOnce;

    private ReaderServer(Func<Question, Behaviour> behave)
    {
        _behave = behave;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapPost("/v1/chat/completions", ChatAsync);
        _app.MapPost("/v1/embeddings", EmbedAsync);
    }

    /// <param name="Text">All that the model is asked, fences and all.</param>
    /// <param name="Times">How often this very question was put, this time included.</param>
    /// <param name="Parameters">Names of all that was sent along, such as <c>max_tokens</c>.</param>
    public sealed record Question(string Instructions, string Text, int Candidates, bool BySchema, int Times, string? Key, IReadOnlyList<string> Parameters)
    {
        /// <summary>What stands between the fences of the commitment.</summary>
        public string Commitment => CommitmentBlock().Match(Text).Groups[1].Value;
    }

    /// <summary>What the server does with a question.</summary>
    public abstract record Behaviour
    {
        /// <summary>As a model that wrote this.</summary>
        public sealed record Says(string Content, string Ending = "stop", bool CountsTokens = true) : Behaviour;

        public sealed record Fails(int Status, string Body = "{}", string? RetryAfter = null) : Behaviour;

        /// <summary>Takes the question and says nothing.</summary>
        public sealed record Sleeps(TimeSpan For) : Behaviour;

        /// <summary>Sends the beginning of an answer and hangs up.</summary>
        /// <param name="InChunks">Without having said how long the answer is.</param>
        public sealed record HangsUp(bool InChunks = false) : Behaviour;

        /// <summary>Something that is no answer of the protocol.</summary>
        public sealed record Raw(string Body) : Behaviour;

        public sealed record Declines : Behaviour;
    }

    public string Endpoint => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/v1";

    /// <summary>How often each question was put.</summary>
    public IReadOnlyDictionary<string, int> Asked => _asked;

    public int Requests => _asked.Values.Sum();

    public int EmbeddingRequests { get; private set; }

    /// <summary>How many requests for vectors fail before one is answered.</summary>
    public int FailingEmbeddings { get; init; }

    public int MostAtOnce { get; private set; }

    public ConcurrentBag<Question> Questions { get; } = [];

    public static async Task<ReaderServer> StartAsync(Func<Question, Behaviour> behave, int failingEmbeddings = 0)
    {
        var server = new ReaderServer(behave) { FailingEmbeddings = failingEmbeddings };
        await server._app.StartAsync();
        return server;
    }

    /// <summary>An answer that can be taken: the first candidate answers it.</summary>
    public static Behaviour.Says Good(string status = "partial", int candidate = 1, string reason = "候选提到了同一事项。") => new(
        new JsonObject
        {
            ["status"] = status, ["reason"] = reason, ["suggestions"] = new JsonArray(),
            ["evidence"] = status == "none" ? new JsonArray() : new JsonArray(new JsonObject { ["candidate"] = candidate, ["relation"] = "direct" }),
        }.ToJsonString());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ChatAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!;
        var text = (string)body["messages"]![1]!["content"]!;
        var times = _asked.AddOrUpdate(text, 1, (_, before) => before + 1);
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _atOnce));
        try
        {
            var question = new Question(
                (string)body["messages"]![0]!["content"]!, text, CandidateLine().Count(text), body["response_format"] is not null, times, context.Request.Headers.Authorization.ToString(),
                [.. body.AsObject().Select(entry => entry.Key)]);
            Questions.Add(question);
            await AnswerAsync(context, _behave(question));
        }
        finally
        {
            Interlocked.Decrement(ref _atOnce);
        }
    }

    private static async Task AnswerAsync(HttpContext context, Behaviour behaviour)
    {
        switch (behaviour)
        {
            case Behaviour.Says says:
                await context.Response.WriteAsJsonAsync(Reply(says.Content, says.Ending, says.CountsTokens, declines: false));
                break;
            case Behaviour.Declines:
                await context.Response.WriteAsJsonAsync(Reply("", "stop", true, declines: true));
                break;
            case Behaviour.Fails fails:
                context.Response.StatusCode = fails.Status;
                if (fails.RetryAfter is { } pause) context.Response.Headers.RetryAfter = pause;
                await context.Response.WriteAsync(fails.Body);
                break;
            case Behaviour.Sleeps sleeps:
                await Task.Delay(sleeps.For, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                context.Abort();
                break;
            case Behaviour.HangsUp hangsUp:
                var whole = Reply(Good().Content, "stop", true, declines: false).ToJsonString();
                if (!hangsUp.InChunks) context.Response.ContentLength = System.Text.Encoding.UTF8.GetByteCount(whole);
                await context.Response.WriteAsync(whole[..(whole.Length / 2)]);
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            case Behaviour.Raw raw:
                await context.Response.WriteAsync(raw.Body);
                break;
            default:
                throw new InvalidOperationException(behaviour.ToString());
        }
    }

    private static JsonObject Reply(string content, string ending, bool countsTokens, bool declines)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = content };
        if (declines) message["refusal"] = "I cannot help with that.";
        var reply = new JsonObject { ["model"] = "loopback-model", ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = ending }) };
        if (countsTokens) reply["usage"] = new JsonObject { ["prompt_tokens"] = 900, ["completion_tokens"] = 60, ["total_tokens"] = 960 };
        return reply;
    }

    /// <summary>Vectors of which characters a text holds.</summary>
    private async Task EmbedAsync(HttpContext context)
    {
        if (++EmbeddingRequests <= FailingEmbeddings)
        {
            context.Response.StatusCode = 503;
            return;
        }

        var body = (await JsonNode.ParseAsync(context.Request.Body))!;
        var vectors = body["input"]!.AsArray().Select((text, place) => (JsonNode)new JsonObject { ["index"] = place, ["embedding"] = new JsonArray([.. Vector((string)text!)]) });
        await context.Response.WriteAsJsonAsync(new JsonObject { ["data"] = new JsonArray([.. vectors]), ["usage"] = new JsonObject { ["prompt_tokens"] = 7 } });
    }

    private static IEnumerable<JsonNode> Vector(string text)
    {
        var values = new double[64];
        foreach (var c in text) values[c % 64]++;
        return values.Select(value => (JsonNode)value);
    }

    [GeneratedRegex("^候选[0-9]+：", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex CandidateLine();

    [GeneratedRegex("=====承诺事项 [0-9a-f]+ 开始=====\n(.*)\n=====承诺事项")]
    private static partial Regex CommitmentBlock();
}
