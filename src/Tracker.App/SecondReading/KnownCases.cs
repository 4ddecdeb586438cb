using Microsoft.EntityFrameworkCore;
using Tracker.Core.Deciding;
using Tracker.Core.Pipeline;
using Tracker.Core.SecondReading;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.SecondReading;

/// <summary>What is known of the reader that is set: labelled commitments that it was tried on, and those that auditors judged.</summary>
public sealed class KnownCases(TrackerDbContext db, ReaderSettings settings)
{
    /// <summary>Of this model, this wording and this method alone: others' figures say nothing of them.</summary>
    public async Task<IReadOnlyList<RatedCase>> AllAsync(CancellationToken cancellation)
    {
        var labelled = await db.ReaderCases.AsNoTracking()
            .Where(known => known.Model == settings.Model && known.PromptVersion == ReadingPrompt.Version && known.MethodVersion == MethodVersion.Current)
            .OrderBy(known => known.Id).ToListAsync(cancellation);
        return [.. labelled.Select(known => known.Rated), .. await AuditedAsync(cancellation)];
    }

    public async Task<ReaderCalibration?> CalibrationAsync(CancellationToken cancellation) => ReaderCalibration.Fit(await AllAsync(cancellation));

    /// <summary>Commitments to which a person gave a status that still holds.</summary>
    private async Task<IReadOnlyList<RatedCase>> AuditedAsync(CancellationToken cancellation)
    {
        var rows = await db.Commitments.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.IsDecided && row.StaleDecisions == 0 && row.Standing == CommitmentStanding.Counted && row.Status != null && row.MachineStatus != null
                && row.ReaderStatus != null && row.MethodVersion == MethodVersion.Current
                && db.ReaderReadings.Any(reading => reading.Id == row.ReadingId && reading.Model == settings.Model && reading.PromptVersion == ReadingPrompt.Version)
                && db.Decisions.Any(d => d.Kind == DecisionKind.SetStatus && d.Placement!.InForce && d.Placement.CommitmentId == row.Id))
            .OrderBy(row => row.Id)
            .Select(row => new { row.Pair.BodyId, Machine = row.MachineStatus!.Value, Confidence = row.Confidence ?? 0, Reader = row.ReaderStatus!.Value, Truth = row.Status!.Value })
            .ToListAsync(cancellation);
        return [.. rows.Select(row => new RatedCase(row.BodyId, row.Machine, row.Confidence, row.Reader, row.Truth))];
    }
}
