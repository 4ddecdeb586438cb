using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Drafts;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Jobs;

/// <summary>清理: removes what nobody can use any more, drafts that nobody confirmed among it. Reports, results, decisions and the audit log are never removed.</summary>
public static class KeepTidy
{
    public sealed record Command : IRequest<Result>;

    public sealed record Result(int Links, int Firings, int Backups, int Drafts = 0);

    public sealed class Handler(TrackerDbContext db, BackupFolder backups, DraftDesk drafts, UploadSettings uploads, TimeProvider time) : IRequestHandler<Command, Result>
    {
        private static readonly TimeSpan LinksKept = TimeSpan.FromDays(30);
        private static readonly TimeSpan FiringsKept = TimeSpan.FromDays(180);

        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var (links, firings) = (now - LinksKept, now - FiringsKept);
            return await db.WriteAsync(
                async token => new Result(
                    await db.OneTimeLinks.Where(link => link.ExpiresAt < links).ExecuteDeleteAsync(token),
                    await db.JobFirings.Where(firing => firing.FinishedAt != null && firing.StartedAt < firings).ExecuteDeleteAsync(token),
                    backups.Prune(), await ExpireAsync(now - uploads.DraftsKept, token)),
                cancellationToken);
        }

        private async Task<int> ExpireAsync(DateTimeOffset before, CancellationToken cancellation)
        {
            var old = await db.Drafts.Where(draft => draft.At < before && draft.State != DraftState.Reading).ToListAsync(cancellation);
            foreach (var draft in old.Where(draft => draft.State != DraftState.Confirmed)) await drafts.RemoveAsync(draft, "expired", cancellation);
            db.Drafts.RemoveRange(old.Where(draft => draft.State == DraftState.Confirmed));
            return old.Count;
        }
    }
}
