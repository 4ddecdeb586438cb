using Tracker.App.Decisions;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Coding;

/// <summary>The two texts of a sample's commitment as they were drawn, whatever texts its pair has now.</summary>
internal static class SampleTexts
{
    public static Task<PairTexts> LoadAsync(TrackerDbContext db, CodingItem item, CancellationToken cancellation) => PairTexts.LoadAsync(
        db, new StoredPair { Id = item.PairId, BodyId = "", Year = 0, PlanReportId = item.PlanReportId, ReviewReportId = item.ReviewReportId }, cancellation);
}
