using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Jobs;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Operations;

/// <summary>系统状态: what an administrator wants to know of an installation before something goes wrong.</summary>
public static class ShowSystem
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Backup">The newest scheduled one; null where there is none.</param>
    /// <param name="LastEntry">Number and hash of the newest entry of the audit log, to be noted down elsewhere: <c>tracker verify-log --known</c> then finds entries cut off.</param>
    /// <param name="MailsInDoubt">Mails of which nobody knows whether they arrived: a person decides.</param>
    public sealed record Result(
        DatabaseFacts Database, Counts Counts, DataFolder Folder, BackupFolder.Newest? Backup, IReadOnlyList<InstalledPrograms.Item> Programs, bool CutsOffNetwork,
        string MethodVersion, string? LastEntry, int MailsWaiting, int MailsInDoubt);

    public sealed record Counts(int Reports, int Commitments, int Decisions, long LogEntries);

    public sealed class Handler(TrackerDbContext db, DatabaseSettings settings, BackupFolder backups, InstalledPrograms programs) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var counts = new Counts(
                await db.Reports.CountAsync(cancellationToken), await db.Commitments.CountAsync(cancellationToken), await db.Decisions.CountAsync(cancellationToken),
                await db.AuditLog.LongCountAsync(cancellationToken));
            var last = await db.AuditLog.AsNoTracking().OrderByDescending(entry => entry.Sequence).FirstOrDefaultAsync(cancellationToken);
            var mails = await db.Outbox.Where(mail => mail.State == MailState.Queued || mail.State == MailState.Deferred || mail.State == MailState.Unknown)
                .GroupBy(mail => mail.State == MailState.Unknown).Select(group => new { InDoubt = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
            return new Result(
                await DatabaseFacts.ReadAsync(db, cancellationToken), counts, DataFolder.Of(settings), backups.FindNewest(), await programs.FindAsync(cancellationToken),
                InstalledPrograms.CutsOffNetwork, MethodVersion.Current, last is null ? null : FormattableString.Invariant($"{last.Sequence}:{last.Hash}"),
                mails.Where(group => !group.InDoubt).Sum(group => group.Count), mails.Where(group => group.InDoubt).Sum(group => group.Count));
        }
    }
}
