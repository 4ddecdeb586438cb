using System.Text;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.SecondReading;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.SecondReading;

/// <summary>Asks the embeddings server for the vectors of texts that are not known yet, within the same budget as the reader.</summary>
public sealed class Embeddings(TrackerDbContext db, PassageRanking ranking, EmbeddingsServer server, ReaderBudget budget, ReaderSettings settings, TimeProvider time)
{
    private const int AtOnce = 32;

    /// <returns>What went wrong; null where nothing did. Without vectors the method's own ranking stands.</returns>
    public async Task<string?> CompleteAsync(IEnumerable<string> texts, string runId, CancellationToken cancellation)
    {
        if (!settings.HasEmbeddings) return null;
        var wanted = texts.DistinctBy(ranking.IdOf).ToDictionary(ranking.IdOf, DataFence.Neutral, StringComparer.Ordinal);
        var ids = wanted.Keys.ToList();
        var known = await db.PassageVectors.Where(vector => ids.Contains(vector.Id)).Select(vector => vector.Id).ToListAsync(cancellation);
        foreach (var batch in ids.Except(known, StringComparer.Ordinal).Chunk(AtOnce))
        {
            try
            {
                var vectors = await AskAsync([.. batch.Select(id => wanted[id])], runId, cancellation);
                await db.WriteBesideAsync("passage-vectors", token => StoreAsync(batch, vectors, token), cancellation);
            }
            catch (ReaderServerException trouble)
            {
                return trouble.Message;
            }
            catch (UnusableInputException spent)
            {
                return spent.Message;
            }
        }

        return null;
    }

    /// <returns>One vector a text, in their order.</returns>
    /// <exception cref="ReaderServerException">There is none, however often it was asked.</exception>
    /// <exception cref="UnusableInputException"><c>reader-budget</c>: the budget is spent.</exception>
    public async Task<IReadOnlyList<byte[]>> AskAsync(IReadOnlyList<string> texts, string runId, CancellationToken cancellation)
    {
        var retrying = ReaderRetry.Of<Attempt>(settings, time, last => last.Trouble is { IsPassing: true }, last => last.Trouble);
        var outcome = await retrying.ExecuteAsync(async token => await TryAsync(texts, runId, token), cancellation);
        return outcome.Vectors ?? throw outcome.Trouble ?? (Exception)new UnusableInputException("reader-budget", ReaderBudget.Spent);
    }

    private async Task<Attempt> TryAsync(IReadOnlyList<string> texts, string runId, CancellationToken cancellation)
    {
        var most = new Usage(texts.Sum(Encoding.UTF8.GetByteCount), 0);
        if (await budget.SetAsideAsync(runId, most, cancellation) is not { } reserve) return new Attempt(null, null);
        try
        {
            var (vectors, used) = await server.AskAsync(texts, most, cancellation);
            await budget.SettleAsync(reserve, used ?? most, ReaderBudget.NoRefusals, CancellationToken.None);
            return new Attempt(vectors, null);
        }
        catch (ReaderServerException trouble)
        {
            await budget.SettleAsync(reserve, trouble.Used ?? Usage.Nothing, new Dictionary<string, int> { [trouble.Trouble.ToString()] = 1 }, CancellationToken.None);
            return new Attempt(null, trouble);
        }
    }

    private async Task<bool> StoreAsync(string[] ids, IReadOnlyList<byte[]> vectors, CancellationToken cancellation)
    {
        var known = await db.PassageVectors.Where(vector => ids.Contains(vector.Id)).Select(vector => vector.Id).ToListAsync(cancellation);
        for (var place = 0; place < ids.Length; place++)
            if (!known.Contains(ids[place])) db.Add(new PassageVector { Id = ids[place], Values = vectors[place] });
        return true;
    }

    /// <summary>Neither vectors nor trouble: the budget had no room.</summary>
    private sealed record Attempt(IReadOnlyList<byte[]>? Vectors, ReaderServerException? Trouble);
}
