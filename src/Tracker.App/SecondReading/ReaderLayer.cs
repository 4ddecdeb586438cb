using Microsoft.EntityFrameworkCore;
using Tracker.App.Decisions;
using Tracker.Core.SecondReading;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.SecondReading;

/// <summary>
/// Lays what the second reader said over a pair's commitments: its status, its evidence, what both speak for together, and from
/// that the queue's order. The published status and evidence stay what method and people make them. Asks nobody.
/// </summary>
public sealed class ReaderLayer(TrackerDbContext db, PairQuestions questions, KnownCases known, ReaderSettings settings)
{
    /// <summary>After a pair was written. Belongs inside that transaction.</summary>
    public async Task LayAsync(string pairId, CancellationToken cancellation)
    {
        if (!settings.Enabled || !await db.ReaderReadings.AnyAsync(cancellation)) return;
        await db.SaveChangesAsync(cancellation);
        await LayAsync(pairId, await known.CalibrationAsync(cancellation), cancellation);
    }

    /// <param name="calibration">Null where too little is known: then only the queue's order changes.</param>
    public async Task LayAsync(string pairId, ReaderCalibration? calibration, CancellationToken cancellation)
    {
        var tasks = (await questions.OfAsync(pairId, cancellation)).ToDictionary(item => item.CommitmentId, item => item.Task, StringComparer.Ordinal);
        var ids = tasks.ToDictionary(item => item.Key, item => ReaderDesk.IdOf(settings.Model, ReadingPrompt.Of(item.Value)), StringComparer.Ordinal);
        var wanted = ids.Values.ToList();
        var readings = await db.ReaderReadings.AsNoTracking().Where(reading => reading.State == ReadingState.Answered && wanted.Contains(reading.Id))
            .ToDictionaryAsync(reading => reading.Id, StringComparer.Ordinal, cancellation);
        foreach (var row in await db.Commitments.Where(row => row.PairId == pairId).ToListAsync(cancellation))
        {
            var reading = ids.TryGetValue(row.Id, out var id) ? readings.GetValueOrDefault(id) : null;
            Lay(row, reading, reading?.Answer is { } answer ? answer.In(tasks[row.Id]) : [], calibration);
        }
    }

    /// <summary>Takes away what was said of other words or passages.</summary>
    internal static void Clear(StoredCommitment row) => Lay(row, null, [], null);

    private static void Lay(StoredCommitment row, ReaderReading? reading, IReadOnlyList<Core.Domain.Evidence> evidence, ReaderCalibration? calibration)
    {
        (row.ReadingId, row.ReaderStatus, row.ReaderEvidence, row.ReaderSuggestions) = (reading?.Id, reading?.Status, evidence, reading?.Suggestions.Count ?? 0);
        var joint = reading?.Status is { } said && row is { MachineStatus: { } own, Confidence: { } confidence } ? calibration?.Join(own, confidence, said) : null;
        (row.JointStatus, row.JointConfidence) = (joint?.Status, joint?.MachineRight);
        ShownRow.Rank(row);
    }
}
