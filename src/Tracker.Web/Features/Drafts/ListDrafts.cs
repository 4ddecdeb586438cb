using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Intake;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Drafts;

/// <summary>草稿 that wait for a person or for being read, the newest first.</summary>
public static class ListDrafts
{
    public const int Most = 200;

    public sealed record Query : IRequest<Result>;

    public sealed record Result(IReadOnlyList<DraftLine> Items);

    public sealed record DraftLine(
        string Id, string FileName, long Bytes, DraftOrigin Origin, string By, DateTimeOffset At, DraftState State, string Title, string? BodyId, string BodyName,
        int? PlanYear, int? ReviewYear, DocumentKind? DocumentKind, IReadOnlyList<Doubt> Doubts, int Commitments, int Claims, string RefusalCode, string Refusal,
        string? Corrects, string? ReportId)
    {
        public static DraftLine Of(ReportDraft draft) => new(
            draft.Id, draft.FileName, draft.Bytes, draft.Origin, draft.By, draft.At, draft.State, draft.Title, draft.BodyId, draft.BodyName, draft.PlanYear,
            draft.ReviewYear, draft.DocumentKind, draft.Doubts, draft.Commitments, draft.Claims, draft.RefusalCode, draft.Refusal, draft.CorrectsId, draft.ReportId);
    }

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var drafts = await db.Drafts.AsNoTracking().Where(draft => draft.State != DraftState.Confirmed).OrderByDescending(draft => draft.Id).Take(Most).ToListAsync(cancellationToken);
            return new Result(drafts.ConvertAll(DraftLine.Of));
        }
    }
}
