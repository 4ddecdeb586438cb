using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Reports;
using Tracker.Core.Domain;
using Tracker.Core.Intake;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Drafts;

/// <summary>One 草稿 with what the method makes of it, before it counts.</summary>
public static class ShowDraft
{
    public sealed record Query(string Id) : IRequest<Result?>;

    /// <param name="Read">Null before it is read, and where it cannot be used.</param>
    /// <param name="Same">The report of the same bytes; null where there is none.</param>
    /// <param name="Replaces">The report that it would replace as the next version, with its text; null where there is none.</param>
    /// <param name="Others">What else there is of the same body's same years: other kinds of documents.</param>
    /// <param name="Objections">Of what it would replace, what it is no version of.</param>
    public sealed record Result(
        ReportDraft Draft, ExtractedReport? Read, StoredReport? Same, StoredReport? Replaces, IReadOnlyList<StoredReport> Others, IReadOnlyList<Body> Bodies,
        IReadOnlyList<SuccessionCheck.Objection> Objections)
    {
        /// <summary>What a person has to look at: as it was read, and as the reports stand now.</summary>
        public IReadOnlyList<Doubt> Doubts => [.. Draft.Doubts.Where(doubt => !doubt.IsAboutVersions()), .. Objections.Select(objection => objection.Doubt).Distinct()];
    }


    public sealed class Handler(TrackerDbContext db, ReportShelf shelf, SuccessionCheck successions) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var draft = await db.Drafts.AsNoTracking().Include(stored => stored.Content).SingleOrDefaultAsync(stored => stored.Id == query.Id, cancellationToken);
            if (draft is null) return null;
            if (draft is not { State: DraftState.Ready, Content.Text: { } text }) return new Result(draft, null, null, null, [], [], []);
            var same = await db.Reports.AsNoTracking().SingleOrDefaultAsync(report => report.Sha256 == draft.Sha256, cancellationToken);
            var found = await shelf.FindVersionAsync(draft.BodyId, draft.PlanYear, draft.ReviewYear, draft.DocumentKind!.Value, draft.CorrectsId, cancellationToken);
            var replaces = found is null
                ? null
                : await db.Reports.AsNoTracking().Include(report => report.Content).Include(report => report.Body).SingleAsync(report => report.Id == found.Id, cancellationToken);
            var others = await db.Reports.AsNoTracking()
                .Where(report => report.BodyId == draft.BodyId && report.SupersededById == null && report.DocumentKind != draft.DocumentKind)
                .Where(report => (draft.PlanYear != null && report.PlanYear == draft.PlanYear) || (draft.ReviewYear != null && report.ReviewYear == draft.ReviewYear))
                .OrderBy(report => report.Id).ToListAsync(cancellationToken);
            var bodies = await db.Bodies.AsNoTracking().OrderBy(body => body.Name).ThenBy(body => body.Id).ToListAsync(cancellationToken);
            var objections = await successions.OfAsync(
                draft.BodyId, draft.PlanYear, draft.ReviewYear, draft.DocumentKind.Value, draft.Origin == DraftOrigin.Edit ? draft.CorrectsId : null, text, cancellationToken);
            return new Result(draft, ReportPipeline.Extract(text), same, replaces, others, bodies, objections);
        }
    }
}
