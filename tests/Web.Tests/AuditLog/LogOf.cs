using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.Core.Deciding;
using Tracker.Data;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.AuditLog;

/// <summary>Writes to a database's log, and tampers with it behind the program's back.</summary>
internal static class LogOf
{
    public static async Task<AuditEntry> AppendAsync(DatabaseSettings settings, string subject = "taiyuan-cppcc-2025", string kind = AuditKinds.Run, string actor = "审核员@example.org")
    {
        await using var db = settings.Open();
        var who = new Actor();
        who.Is(actor);
        var log = new Tracker.App.Auditing.AuditLog(db, TimeProvider.System, who);
        return await db.WriteAsync(token => log.AppendAsync(kind, subject, new { action = "改为“已落实”", count = 3 }, token));
    }

    public static async Task<VerifyLog.Result> VerifyAsync(DatabaseSettings settings, (long, string)? known = null)
    {
        await using var db = settings.Open();
        return await new VerifyLog.Handler(db).Handle(new VerifyLog.Query(known), CancellationToken.None);
    }

    /// <summary>Runs a statement as somebody could who has the database in hand: the triggers are taken away first.</summary>
    public static async Task TamperAsync(DatabaseSettings settings, string sql)
    {
        await using var db = settings.Open();
        string[] removals = settings.Provider == DatabaseProvider.Sqlite
            ? ["""DROP TRIGGER IF EXISTS "AuditLogEntries_refuse_update" """, """DROP TRIGGER IF EXISTS "AuditLogEntries_refuse_delete" """]
            : ["""DROP TRIGGER IF EXISTS "AuditLogEntries_refuse_change" ON "AuditLogEntries" """];
        foreach (var statement in removals.Append(sql))
        {
            await db.Database.ExecuteSqlRawAsync(statement);
        }
    }
}
