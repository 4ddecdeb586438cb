using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Chains;

/// <summary>年年提: keeps what a body promises again from plan to plan in step with its commitments. Belongs inside the transaction that changed them.</summary>
public sealed class ChainKeeper(TrackerDbContext db)
{
    /// <summary>Plans further apart than this are not each other's next.</summary>
    private const int MostYearsApart = 2;

    /// <summary>Links a year's commitments with those of the plans before and after it. Others of the body stay as they are.</summary>
    /// <param name="year">Whose commitments changed, appeared or are gone.</param>
    public async Task LinkAsync(string bodyId, int year, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);

        // Two years of a body may be written at the same time: whoever comes second here sees what the first one wrote.
        await db.WaitForTurnAsync($"chains {bodyId}", cancellation);
        var consecutive = await ConsecutiveAsync(bodyId, cancellation);
        var known = await db.Renewals.Where(r => r.BodyId == bodyId).Select(r => new { r.EarlierYear, r.LaterYear }).Distinct().ToListAsync(cancellation);
        var stale = known.Select(years => (Earlier: years.EarlierYear, Later: years.LaterYear)).Except(consecutive);
        var anew = consecutive.Where(years => years.Earlier == year || years.Later == year || !known.Exists(k => (k.EarlierYear, k.LaterYear) == years)).ToList();
        foreach (var years in stale) await WriteAsync(bodyId, years, [], cancellation);
        var (written, plans) = (new List<StoredRenewal>(), new Dictionary<int, IReadOnlyList<Commitment>>());
        foreach (var years in anew)
        {
            var found = ReportPipeline.Renew(await PlanAsync(years.Earlier), await PlanAsync(years.Later));
            written.AddRange(await WriteAsync(bodyId, years, found, cancellation));
        }

        await NameChainsAsync(bodyId, consecutive.Except(anew).ToHashSet(), written, cancellation);
        await db.SaveChangesAsync(cancellation);

        async Task<IReadOnlyList<Commitment>> PlanAsync(int of) =>
            plans.TryGetValue(of, out var known) ? known : plans[of] = await CountedAsync(bodyId, of, cancellation);
    }

    private async Task<IReadOnlyList<(int Earlier, int Later)>> ConsecutiveAsync(string bodyId, CancellationToken cancellation)
    {
        var years = await db.Pairs.Where(pair => pair.BodyId == bodyId && pair.PlanReportId != null).OrderBy(pair => pair.Year).Select(pair => pair.Year).ToListAsync(cancellation);
        return [.. years.Zip(years.Skip(1)).Where(pair => pair.Second - pair.First <= MostYearsApart)];
    }

    /// <summary>
    /// What of a plan counts: not what people said is no commitment, nor what they split or merged away. Read without what the review
    /// says of it, which is most of a row.
    /// </summary>
    private async Task<IReadOnlyList<Commitment>> CountedAsync(string bodyId, int year, CancellationToken cancellation)
    {
        var rows = await db.Commitments.AsNoTracking()
            .Where(row => row.Pair.BodyId == bodyId && row.Pair.Year == year && row.Standing == CommitmentStanding.Counted)
            .OrderBy(row => row.SpanStart).ThenBy(row => row.Id)
            .Select(row => new
            {
                row.Id, row.SpanStart, row.SpanEnd, row.Quote, row.ContextStart, row.ContextEnd, row.Topic, row.Frame, row.SectionPath, row.Specificity, row.Targets,
                row.Aspects, row.Rule,
            }).ToListAsync(cancellation);
        return [.. rows.Select(row => new Commitment(
            row.Id, new(row.SpanStart, row.SpanEnd), row.Quote, new(row.ContextStart, row.ContextEnd), row.Topic, row.Frame, row.SectionPath, row.Specificity,
            row.Targets, row.Aspects, row.Rule))];
    }

    private async Task<IReadOnlyList<StoredRenewal>> WriteAsync(
        string bodyId, (int Earlier, int Later) years, IReadOnlyList<Renewal> found, CancellationToken cancellation)
    {
        var before = await db.Renewals.Where(r => r.BodyId == bodyId && r.EarlierYear == years.Earlier && r.LaterYear == years.Later)
            .ToDictionaryAsync(r => (r.EarlierId, r.LaterId), cancellation);
        var written = new List<StoredRenewal>();
        foreach (var renewal in found)
        {
            if (!before.Remove((renewal.Earlier, renewal.Later), out var row))
            {
                row = new StoredRenewal { EarlierId = renewal.Earlier, LaterId = renewal.Later, BodyId = bodyId, EarlierYear = years.Earlier, LaterYear = years.Later };
                db.Renewals.Add(row);
            }

            if (!row.Says(renewal))
            {
                (row.Likeness, row.Verb, row.Reach, row.Targets) = (renewal.Likeness, renewal.Verb, renewal.Reach, renewal.Targets);
                (row.IsWeaker, row.IsStronger) = (renewal.IsWeaker, renewal.IsStronger);
            }

            written.Add(row);
        }

        db.Renewals.RemoveRange(before.Values);
        return written;
    }

    /// <summary>Links of one year decide how far chains reach in all others.</summary>
    private async Task NameChainsAsync(string bodyId, HashSet<(int, int)> untouched, IReadOnlyList<StoredRenewal> written, CancellationToken cancellation)
    {
        var others = await db.Renewals.AsNoTracking().Where(r => r.BodyId == bodyId)
            .Select(r => new { r.EarlierId, r.LaterId, r.EarlierYear, r.LaterYear, r.ChainId }).ToListAsync(cancellation);
        var links = others.Where(link => untouched.Contains((link.EarlierYear, link.LaterYear)))
            .Select(link => (link.EarlierId, link.LaterId, link.EarlierYear, link.ChainId, Row: (StoredRenewal?)null))
            .Concat(written.Select(row => (row.EarlierId, row.LaterId, row.EarlierYear, row.ChainId, Row: (StoredRenewal?)row)));
        var chainOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (earlier, later, _, before, row) in links.OrderBy(link => link.EarlierYear))
        {
            var chain = chainOf[later] = chainOf.GetValueOrDefault(earlier, earlier);
            if (row is not null) row.ChainId = chain;
            else if (chain != before)
            {
                await db.Renewals.Where(r => r.EarlierId == earlier && r.LaterId == later).ExecuteUpdateAsync(set => set.SetProperty(r => r.ChainId, chain), cancellation);
            }
        }
    }
}
