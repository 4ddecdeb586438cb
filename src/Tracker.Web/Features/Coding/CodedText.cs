using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Reading;

namespace Tracker.Web.Features.Coding;

/// <summary>The two texts of a sample's commitment as they were drawn: nothing in them that the method or anyone else said.</summary>
public sealed record CodedText(string BodyName, int Year, IReadOnlyList<string> SectionPath, TextSpan Span, StoredReport Plan, StoredReport Review)
{
    private const int Around = 160;
    private static readonly SectionKind[] Reviewed = [SectionKind.Review, SectionKind.FiveYearReview, SectionKind.Shortcomings];

    public string Quote => Span.Of(Plan.Content.Text);

    /// <summary>The commitment in its surroundings, itself marked.</summary>
    public Excerpt InPlan
    {
        get
        {
            var text = Plan.Content.Text;
            return Excerpt.Of(text, Span, Quote, new TextSpan(Math.Max(0, Span.Start - Around), Math.Min(text.Length, Span.End + Around)), "is-candidate");
        }
    }

    /// <summary>The whole review, to choose a passage from.</summary>
    public ReadingColumn Reader => ReadingColumn.For(Review, Reviewed, [], "r");

    /// <summary>A passage of the review in its sentence.</summary>
    public Excerpt InReview(TextSpan passage) => Excerpt.Of(Review.Content.Text, passage, passage.Of(Review.Content.Text), null, "is-candidate");

    /// <returns>Null where a report is no more.</returns>
    internal static async Task<CodedText?> LoadAsync(TrackerDbContext db, CodingItem item, CancellationToken cancellation)
    {
        var reports = await db.Reports.AsNoTracking().Include(r => r.Content).Include(r => r.Body)
            .Where(r => r.Id == item.PlanReportId || r.Id == item.ReviewReportId).ToListAsync(cancellation);
        var (plan, review) = (reports.Find(r => r.Id == item.PlanReportId), reports.Find(r => r.Id == item.ReviewReportId));
        if (plan is null || review is null) return null;
        var year = await db.Pairs.Where(p => p.Id == item.PairId).Select(p => p.Year).FirstOrDefaultAsync(cancellation);
        return new CodedText(plan.Body.Name, year, item.Subject.SectionPath, item.Span, plan, review);
    }
}
