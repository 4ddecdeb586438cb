using System.Text.Json.Nodes;
using Tracker.Core.SecondReading;

namespace Tracker.App.SecondReading;

/// <summary>Puts questions to the model that is set.</summary>
public sealed class ChatServer(ReaderSettings settings, AnswerForm form) : IDisposable
{
    private readonly Lazy<ReaderConnection> connection =
        new(() => new ReaderConnection(settings.Endpoint, ReaderSettings.Secret(settings.Key, settings.KeyFile), settings.Timeout));

    /// <param name="Content">What the model wrote.</param>
    /// <param name="Refusal">Where the protocol itself says that there is no usable answer.</param>
    /// <param name="Model">As the server calls it.</param>
    /// <param name="Used">As the server counts; null where it does not.</param>
    public sealed record Reply(string Content, AnswerRefusal? Refusal, string? Model, Usage? Used);

    /// <exception cref="ReaderServerException">There is no answer.</exception>
    public async Task<Reply> AskAsync(ReadingPrompt prompt, Usage most, CancellationToken cancellation)
    {
        var question = new JsonObject
        {
            ["model"] = settings.Model, ["stream"] = false, [form.LimitName] = settings.AnswerTokens,
            ["messages"] = new JsonArray(
                new JsonObject { ["role"] = "system", ["content"] = prompt.Instructions }, new JsonObject { ["role"] = "user", ["content"] = prompt.Question }),
        };
        if (form.SetsTemperature) question["temperature"] = 0;
        if (form.UsesSchema)
        {
            question["response_format"] = new JsonObject
            {
                ["type"] = "json_schema", ["json_schema"] = new JsonObject { ["name"] = "reading", ["strict"] = true, ["schema"] = JsonNode.Parse(prompt.Schema) },
            };
        }

        return ReplyOf(await connection.Value.PostAsync("chat/completions", question, most, cancellation), most);
    }

    private static Reply ReplyOf(JsonNode answer, Usage most)
    {
        try
        {
            var (choice, usage) = (answer["choices"]?[0], answer["usage"]);
            var (message, ended) = (choice?["message"], (string?)choice?["finish_reason"]);
            var used = usage?["prompt_tokens"] is { } asked && usage["completion_tokens"] is { } said ? new Usage(Math.Max(0, (int)asked), Math.Max(0, (int)said)) : null;
            if (message is not JsonObject) throw new ReaderServerException(ServerTrouble.Garbled, "The reader's server answered without a message.", used: used ?? most);
            AnswerRefusal? refusal = message["refusal"] is not null || ended == "content_filter" ? AnswerRefusal.Declined : ended == "length" ? AnswerRefusal.CutOff : null;
            return new Reply((string?)message["content"] ?? "", refusal, (string?)answer["model"], used);
        }
        catch (Exception cause) when (cause is InvalidOperationException or FormatException or ArgumentOutOfRangeException or OverflowException)
        {
            throw new ReaderServerException(ServerTrouble.Garbled, "The reader's server answered with JSON of another form.", used: most, cause: cause);
        }
    }

    public void Dispose()
    {
        if (connection.IsValueCreated) connection.Value.Dispose();
    }
}
