using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Behaviours;
using Tracker.App.Decisions;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Drafts;

/// <summary>丢弃草稿: it goes with all that was read out of it. The audit log says that it was there.</summary>
public static class DiscardDraft
{
    public sealed record Command(string DraftId) : IRequest<Result?>, ITransactional;

    /// <summary>Null where there is no such draft.</summary>
    public sealed record Result(string DraftId);

    public sealed class Handler(TrackerDbContext db, DraftDesk drafts) : IRequestHandler<Command, Result?>
    {
        public async Task<Result?> Handle(Command command, CancellationToken cancellationToken)
        {
            var draft = await db.Drafts.SingleOrDefaultAsync(stored => stored.Id == command.DraftId, cancellationToken);
            if (draft is null) return null;
            if (draft.State == DraftState.Confirmed) throw PassageChoice.Wrong("Draft", "它已经收入为报告，不能丢弃。");
            await drafts.RemoveAsync(draft, "discarded", cancellationToken);
            return new Result(draft.Id);
        }
    }
}
