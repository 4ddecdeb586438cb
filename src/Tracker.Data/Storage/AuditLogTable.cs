namespace Tracker.Data.Storage;

/// <summary>审计日志: where the log is kept.</summary>
internal static class AuditLogTable
{
    public const string Name = "AuditLogEntries";
}
