using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Core.SecondReading;
using Tracker.Data;

namespace Tracker.App.SecondReading;

/// <summary>
/// 候选排序: which passages the second reader is shown. Without an embeddings server they are the method's candidates; with one the
/// method's ranking and the nearness of vectors are merged. What is published of a commitment is never touched by this.
/// </summary>
public sealed class PassageRanking(TrackerDbContext db, ReaderSettings settings)
{
    /// <summary>Softens the weight of the first places when rankings are merged (reciprocal rank fusion, Cormack and others 2009).</summary>
    private const double Softening = 60;

    /// <param name="candidates">The method's, best first.</param>
    /// <param name="claims">Every claim of the review.</param>
    public async Task<IReadOnlyList<TextSpan>> OfAsync(
        string commitment, IReadOnlyList<TextSpan> candidates, IReadOnlyList<TextSpan> claims, string review, CancellationToken cancellation)
    {
        if (!settings.HasEmbeddings) return candidates;
        var passages = candidates.Concat(claims.Where(claim => claim.End <= review.Length && !candidates.Any(own => own.Overlaps(claim)))).ToList();
        var ids = passages.ConvertAll(span => IdOf(span.Of(review)));
        var own = IdOf(commitment);
        var known = await db.PassageVectors.AsNoTracking().Where(vector => vector.Id == own || ids.Contains(vector.Id)).ToDictionaryAsync(vector => vector.Id, vector => vector.Values, cancellation);

        // What no vector is known of yet is ranked when it is.
        if (!known.TryGetValue(own, out var target) || ids.Exists(id => !known.ContainsKey(id))) return candidates;
        var near = passages.Select((span, place) => (span, place, Likeness: Cosine(target, known[ids[place]]))).OrderByDescending(item => item.Likeness).ThenBy(item => item.place).ToList();
        return [.. near.Select((item, place) => (item.span, item.place, Worth: (1 / (Softening + place)) + (item.place < candidates.Count ? 1 / (Softening + item.place) : 0)))
            .OrderByDescending(item => item.Worth).ThenBy(item => item.place).Take(ReadingTask.MostPassages).Select(item => item.span)];
    }

    public string IdOf(string text) => ReadingPrompt.HashOf($"{settings.EmbeddingsModel}\n{DataFence.Neutral(text)}");

    internal static byte[] Bytes(JsonNode vector) => MemoryMarshal.AsBytes<float>(vector.AsArray().Select(value => (float)value!.GetValue<double>()).ToArray()).ToArray();

    private static double Cosine(byte[] left, byte[] right) => left.Length != right.Length || left.Length == 0
        ? 0
        : TensorPrimitives.CosineSimilarity(MemoryMarshal.Cast<byte, float>(left), MemoryMarshal.Cast<byte, float>(right));
}
