using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.SecondReading;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.SecondReading;

/// <summary>Asks the embeddings server for the vectors of a pair's commitments and passages that are not known yet.</summary>
public sealed class Embeddings(TrackerDbContext db, PassageRanking ranking, EmbeddingsServer server, ReaderBudget budget, ReaderSettings settings)
{
    private const int AtOnce = 32;

    /// <returns>What went wrong; null where nothing did. Without vectors the method's own ranking stands.</returns>
    public async Task<string?> CompleteAsync(string pairId, string runId, CancellationToken cancellation)
    {
        if (!settings.HasEmbeddings) return null;
        var texts = await TextsAsync(pairId, cancellation);
        var wanted = texts.DistinctBy(ranking.IdOf).ToDictionary(ranking.IdOf, DataFence.Neutral, StringComparer.Ordinal);
        var ids = wanted.Keys.ToList();
        var known = await db.PassageVectors.Where(vector => ids.Contains(vector.Id)).Select(vector => vector.Id).ToListAsync(cancellation);
        foreach (var batch in ids.Except(known, StringComparer.Ordinal).Chunk(AtOnce))
        {
            var most = new Usage(batch.Sum(id => System.Text.Encoding.UTF8.GetByteCount(wanted[id])), 0);
            if (await budget.SetAsideAsync(runId, most, cancellation) is not { } reserve) return "The budget is spent: passages keep the method's own order.";
            try
            {
                var vectors = await server.AskAsync([.. batch.Select(id => wanted[id])], most, cancellation);
                await db.WriteBesideAsync("passage-vectors", token => StoreAsync(batch, vectors, token), cancellation);
            }
            catch (ReaderServerException trouble)
            {
                await budget.SettleAsync(reserve, trouble.Used ?? Usage.Nothing, CancellationToken.None);
                return trouble.Message;
            }
        }

        return null;
    }

    private async Task<bool> StoreAsync(string[] ids, IReadOnlyList<byte[]> vectors, CancellationToken cancellation)
    {
        var known = await db.PassageVectors.Where(vector => ids.Contains(vector.Id)).Select(vector => vector.Id).ToListAsync(cancellation);
        for (var place = 0; place < ids.Length; place++)
            if (!known.Contains(ids[place])) db.Add(new PassageVector { Id = ids[place], Values = vectors[place] });
        return true;
    }

    private async Task<List<string>> TextsAsync(string pairId, CancellationToken cancellation)
    {
        var rows = await db.Commitments.AsNoTracking().Where(row => row.PairId == pairId).ToListAsync(cancellation);
        var claims = await db.Claims.AsNoTracking().Where(claim => claim.PairId == pairId).Select(claim => claim.Quote).ToListAsync(cancellation);
        return [.. rows.Select(row => row.Quote), .. rows.SelectMany(row => row.Candidates.Select(candidate => candidate.Quote)), .. claims];
    }
}

/// <summary>Speaks with the embeddings server that is set.</summary>
public sealed class EmbeddingsServer(ReaderSettings settings) : IDisposable
{
    private readonly Lazy<ReaderConnection> connection =
        new(() => new ReaderConnection(settings.EmbeddingsEndpoint, ReaderSettings.Secret(settings.EmbeddingsKey, settings.EmbeddingsKeyFile), settings.Timeout));

    /// <returns>One vector a text, in their order.</returns>
    /// <exception cref="ReaderServerException">There is no answer, or one of another form.</exception>
    public async Task<IReadOnlyList<byte[]>> AskAsync(IReadOnlyList<string> texts, Usage most, CancellationToken cancellation)
    {
        var question = new JsonObject { ["model"] = settings.EmbeddingsModel, ["input"] = new JsonArray([.. texts.Select(text => (JsonNode)text)]) };
        var answer = await connection.Value.PostAsync("embeddings", question, most, cancellation);
        try
        {
            var vectors = Required(answer["data"]).AsArray().OrderBy(item => (int)Required(item?["index"])).Select(item => PassageRanking.Bytes(Required(item?["embedding"]))).ToList();
            if (vectors.Count == texts.Count && vectors.TrueForAll(vector => vector.Length == vectors[0].Length)) return vectors;
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
