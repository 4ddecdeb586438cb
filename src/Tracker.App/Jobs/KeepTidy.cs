using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;

namespace Tracker.App.Jobs;

/// <summary>清理: removes what nobody can use any more. Reports, results, decisions and the audit log are never removed.</summary>
public static class KeepTidy
{
    public sealed record Command : IRequest<Result>;

    public sealed record Result(int Links, int Firings, int Backups);

    public sealed class Handler(TrackerDbContext db, BackupFolder backups, TimeProvider time) : IRequestHandler<Command, Result>
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
                    backups.Prune()),
                cancellationToken);
        }
    }
}
