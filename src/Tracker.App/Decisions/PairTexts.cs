using Microsoft.EntityFrameworkCore;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Decisions;

/// <summary>A pair's two texts, as they were decoded and as anchors are made and found in them.</summary>
internal sealed record PairTexts(string? PlanSource, AnchorText? Plan, string? ReviewSource, AnchorText? Review)
{
    public static async Task<PairTexts> LoadAsync(TrackerDbContext db, StoredPair pair, CancellationToken cancellation)
    {
        var (planSource, plan) = await ReadAsync(db, pair.PlanReportId, cancellation);
        var (reviewSource, review) = await ReadAsync(db, pair.ReviewReportId, cancellation);
        return new PairTexts(planSource, plan, reviewSource, review);
    }

    /// <summary>The words at a span of one of the two, in the anchors' spelling.</summary>
    public string Words(TextSpan? span, bool inReview) => span is { } at && (inReview ? Review : Plan) is { } text ? text.Words(at) : "";

    private static async Task<(string?, AnchorText?)> ReadAsync(TrackerDbContext db, string? reportId, CancellationToken cancellation)
    {
        if (reportId is null) return (null, null);
        var report = await db.Reports.AsNoTracking().Where(report => report.Id == reportId)
            .Select(report => new { report.Content.Text, report.Reading }).SingleAsync(cancellation);
        return (report.Text, AnchorText.Of(report.Text, report.Reading.Sections));
    }
}
