using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.Data;

namespace Tracker.App.Coding;

/// <summary>盲评: what is kept from whoever acts as long as they judge it blind.</summary>
public sealed class Veil(TrackerDbContext db, Actor actor)
{
    /// <summary>With the name it was asked for: who acts is not known yet when a token is checked.</summary>
    private (string Actor, IReadOnlyList<string> Samples)? _known;

    /// <returns>Ids of the samples that whoever acts codes and that are not revealed yet.</returns>
    public async Task<IReadOnlyList<string>> SamplesAsync(CancellationToken cancellation)
    {
        var name = actor.Name;
        if (name is Actor.Nobody or Actor.CommandLine or Actor.Schedule) return [];
        if (_known is { } known && known.Actor == name) return known.Samples;
        var samples = await db.Samples.Where(s => (s.FirstCoder == name || s.SecondCoder == name) && s.RevealedAt == null).Select(s => s.Id).ToListAsync(cancellation);
        _known = (name, samples);
        return samples;
    }

    /// <summary>Whether a commitment is in one of those samples.</summary>
    public async Task<bool> CoversAsync(string commitmentId, CancellationToken cancellation)
    {
        var samples = await SamplesAsync(cancellation);
        return samples.Count > 0 && await db.SampleItems.AnyAsync(i => i.CommitmentId == commitmentId && samples.Contains(i.SampleId), cancellation);
    }
}
