using Microsoft.EntityFrameworkCore;
using Tracker.Core.SecondReading;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.SecondReading;

/// <summary>The questions that a stored pair's commitments are. What people decide changes none of them.</summary>
public sealed class PairQuestions(TrackerDbContext db, PassageRanking ranking)
{
    public sealed record Item(string CommitmentId, ReadingTask Task);

    /// <returns>By position; empty where the pair has no review.</returns>
    public async Task<IReadOnlyList<Item>> OfAsync(string pairId, CancellationToken cancellation)
    {
        var pair = await db.Pairs.AsNoTracking().SingleOrDefaultAsync(stored => stored.Id == pairId, cancellation);
        if (pair is not { State: PairState.Scored, PlanReportId: { } planId, ReviewReportId: { } reviewId }) return [];
        var plan = await TextAsync(planId, cancellation);
        var review = await TextAsync(reviewId, cancellation);
        var rows = await db.Commitments.AsNoTracking().Where(row => row.PairId == pairId).OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation);
        var claims = await db.Claims.AsNoTracking().Where(claim => claim.PairId == pairId).OrderBy(claim => claim.Position)
            .Select(claim => new Core.Domain.TextSpan(claim.SpanStart, claim.SpanEnd)).ToListAsync(cancellation);
        var spans = rows.Where(row => row.Origin == CommitmentOrigin.Method).Select(row => row.Span).ToList();
        var items = new List<Item>(rows.Count);
        foreach (var row in rows.Where(row => row.Candidates.Count > 0 && row.Span.End <= plan.Length))
        {
            var ranked = await ranking.OfAsync(row.Quote, [.. row.Candidates.Select(candidate => candidate.Span)], claims, review, cancellation);
            items.Add(new Item(row.Id, ReadingTask.Of(plan, review, row.Span, row.Context, row.SectionPath, spans, ranked, row.Comparisons)));
        }

        return items;
    }

    /// <summary>All texts of a pair that are ranked, or ranked by.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync(string pairId, CancellationToken cancellation)
    {
        var rows = await db.Commitments.AsNoTracking().Where(row => row.PairId == pairId).ToListAsync(cancellation);
        var claims = await db.Claims.AsNoTracking().Where(claim => claim.PairId == pairId).Select(claim => claim.Quote).ToListAsync(cancellation);
        return [.. rows.Select(row => row.Quote), .. rows.SelectMany(row => row.Candidates.Select(candidate => candidate.Quote)), .. claims];
    }

    private Task<string> TextAsync(string reportId, CancellationToken cancellation) =>
        db.Set<ReportContent>().AsNoTracking().Where(content => content.ReportId == reportId).Select(content => content.Text).SingleAsync(cancellation);
}
