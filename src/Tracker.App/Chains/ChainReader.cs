using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Chains;

/// <summary>年年提 as readers see it: a commitment with what it was in the plans before and after.</summary>
public sealed class ChainReader(TrackerDbContext db)
{
    /// <summary>One year of a chain.</summary>
    /// <param name="Status">落实状态 as shown; null while the year awaits its review.</param>
    /// <param name="Done">What the review reports of it, best first: what was done before it was promised again.</param>
    /// <param name="Change">Against the year before; null for the first.</param>
    public sealed record Step(
        string CommitmentId, string PairId, int Year, string Quote, CommitmentStatus? Status, IReadOnlyList<string> Done, Change? Change);

    /// <param name="Likeness">How much of the wording both have in common, 0 to 1.</param>
    public sealed record Change(
        bool IsWeaker, bool IsStronger, VerbChange Verb, ReachChange Reach, IReadOnlyList<Number> Numbers, double Likeness);

    /// <summary>A number as both plans print it; null where a plan has none for the thing.</summary>
    public sealed record Number(string? Before, string? After, decimal? Value, decimal? NewValue, string Unit, Strength Change);

    /// <returns>The chain that holds the commitment, the oldest year first; empty where it was promised in one plan only.</returns>
    public async Task<IReadOnlyList<Step>> OfAsync(string commitmentId, CancellationToken cancellation)
    {
        var chain = await db.Renewals.Where(r => r.LaterId == commitmentId || r.EarlierId == commitmentId).Select(r => r.ChainId).FirstOrDefaultAsync(cancellation);
        return chain is not null && (await OfChainsAsync([chain], cancellation))[chain] is { Count: > 1 } steps ? steps : [];
    }

    /// <summary>The steps of several chains, each with the oldest year first.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Step>>> OfChainsAsync(IReadOnlyList<string> chainIds, CancellationToken cancellation)
    {
        var renewals = await db.Renewals.AsNoTracking().Where(r => chainIds.Contains(r.ChainId)).OrderBy(r => r.EarlierYear).ToListAsync(cancellation);
        var ids = renewals.Select(r => r.LaterId).Concat(chainIds).Distinct(StringComparer.Ordinal).ToList();
        var rows = await db.Commitments.AsNoTracking().Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, c.PairId, c.Pair.Year, c.Quote, c.Status, c.Evidence }).ToDictionaryAsync(c => c.Id, StringComparer.Ordinal, cancellation);
        return renewals.GroupBy(r => r.ChainId, StringComparer.Ordinal).ToDictionary(
            chain => chain.Key,
            chain => (IReadOnlyList<Step>)[.. StepOf(chain.Key, null), .. chain.SelectMany(renewal => StepOf(renewal.LaterId, renewal))],
            StringComparer.Ordinal);

        // One that whoever asks judges blind is left out.
        IEnumerable<Step> StepOf(string id, StoredRenewal? renewal) => rows.GetValueOrDefault(id) is not { } row ? [] :
            [new Step(id, row.PairId, row.Year, row.Quote, row.Status, [.. row.Evidence.Select(item => item.Quote)], renewal is null ? null : ChangeOf(renewal))];
    }

    private static Change ChangeOf(StoredRenewal renewal) => new(
        renewal.IsWeaker, renewal.IsStronger, renewal.Verb, renewal.Reach,
        [.. renewal.Targets.Select(target => new Number(
            target.Before?.Text, target.After?.Text, target.Before?.Value, target.After?.Value, (target.After ?? target.Before)!.Unit, target.Change))],
        renewal.Likeness);
}
