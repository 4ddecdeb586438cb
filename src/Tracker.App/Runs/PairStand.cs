using Tracker.Core.Pipeline;
using Tracker.Data.Entities;

namespace Tracker.App.Runs;

/// <summary>Which texts and which method a result of a pair rests on.</summary>
/// <param name="IsThere">False for a result that says that the pair is no more.</param>
internal sealed record PairStand(string PairId, bool IsThere, string? PlanReportId, string? ReviewReportId, string MethodVersion)
{
    public static IQueryable<PairStand> Of(IQueryable<StoredPair> pairs) =>
        pairs.Select(pair => new PairStand(pair.Id, true, pair.PlanReportId, pair.ReviewReportId, pair.MethodVersion));

    /// <summary>Those that wait, and those that an admin decided against.</summary>
    public static IQueryable<PairStand> Of(IQueryable<PendingResult> results) =>
        results.Select(pending => new PairStand(pending.PairId, pending.State != null, pending.PlanReportId, pending.ReviewReportId, pending.MethodVersion));

    /// <summary>Whether the method as it is now has had its say on these texts, published or not.</summary>
    /// <param name="pair">As the reports have it now; null where none speaks of it any more.</param>
    public static bool IsSettled(MethodHistory history, Pairing.Pair? pair, PairStand? published, PairStand? pending) =>
        (pair is not null && published?.IsOf(pair, history) == true) || pending?.IsOf(pair, history) == true;

    private bool IsOf(Pairing.Pair? pair, MethodHistory history) =>
        IsThere == pair is not null && (PlanReportId, ReviewReportId) == (pair?.PlanReportId, pair?.ReviewReportId)
        && !history.Affects(MethodVersion, pair?.RestsOn ?? MethodParts.All);
}
