using System.Text.Json.Nodes;

namespace Tracker.App.SecondReading;

/// <summary>Speaks with the embeddings server that is set.</summary>
public sealed class EmbeddingsServer(ReaderSettings settings) : IDisposable
{
    private readonly Lazy<ReaderConnection> connection =
        new(() => new ReaderConnection(settings.EmbeddingsEndpoint, ReaderSettings.Secret(settings.EmbeddingsKey, settings.EmbeddingsKeyFile), settings.Timeout));

    /// <returns>One vector a text, in their order, and what that used; null where the server does not count.</returns>
    /// <exception cref="ReaderServerException">There is no answer, or one of another form.</exception>
    public async Task<(IReadOnlyList<byte[]> Vectors, Usage? Used)> AskAsync(IReadOnlyList<string> texts, Usage most, CancellationToken cancellation)
    {
        var question = new JsonObject { ["model"] = settings.EmbeddingsModel, ["input"] = new JsonArray([.. texts.Select(text => (JsonNode)text)]) };
        var answer = await connection.Value.PostAsync("embeddings", question, most, cancellation);
        try
        {
            var vectors = Required(answer["data"]).AsArray().OrderBy(item => (int)Required(item?["index"])).Select(item => PassageRanking.Bytes(Required(item?["embedding"]))).ToList();
            var used = answer["usage"]?["prompt_tokens"] is { } counted ? new Usage(Math.Max(0, (int)counted), 0) : null;
            if (vectors.Count == texts.Count && vectors.TrueForAll(vector => vector.Length > 0 && vector.Length == vectors[0].Length)) return (vectors, used);
        }
        catch (Exception cause) when (cause is InvalidOperationException or FormatException or OverflowException)
        {
            throw new ReaderServerException(ServerTrouble.Garbled, "The embeddings server answered with JSON of another form.", used: most, cause: cause);
        }

        throw new ReaderServerException(ServerTrouble.Garbled, "The embeddings server answered with other vectors than it was asked for.", used: most);
    }

    private static JsonNode Required(JsonNode? node) => node ?? throw new FormatException("A part is missing.");

    public void Dispose()
    {
        if (connection.IsValueCreated) connection.Value.Dispose();
    }
}
