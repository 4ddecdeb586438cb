using Tracker.App.Jobs;
using Tracker.App.Operations;
using Tracker.Data.Entities;
using Tracker.Web.Hosting;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Admin;

/// <summary>运行状况: one thing that is well, wants watching or wants doing something about.</summary>
/// <param name="Code">What is looked at; with its level it names the words.</param>
/// <param name="Values">What goes into the words.</param>
/// <param name="Address">Of the page where something can be done; null where there is none.</param>
public sealed record HealthCheck(string Code, HealthLevel Level, IReadOnlyList<object> Values, string? Address = null)
{
    private const long LeastFree = 1L << 30;
    private static readonly TimeSpan OldBackup = TimeSpan.FromDays(2);

    /// <param name="scheduler">Null where it could not be asked.</param>
    public static IReadOnlyList<HealthCheck> Of(
        ShowSystem.Result found, ListSchedules.Result jobs, LoadingStep loading, JobEngineState? scheduler, DateTimeOffset now, Func<DateTimeOffset, string> write)
    {
        var missing = found.Programs.Where(program => program.Version is null).ToList();
        var failed = jobs.Schedules.Count(schedule => schedule.Last?.Outcome == JobOutcome.Failed);
        return
        [
            new("loading", loading switch { LoadingStep.Done => HealthLevel.Good, LoadingStep.Processing => HealthLevel.Watch, _ => HealthLevel.Bad }, [], "/runs"),
            new("scheduler", scheduler switch { JobEngineState.Running => HealthLevel.Good, JobEngineState.Standby => HealthLevel.Watch, _ => HealthLevel.Bad }, [], "/admin/schedules"),
            new("jobs", failed == 0 ? HealthLevel.Good : HealthLevel.Watch, [failed], "/admin/schedules"),
            found.Backup is not { } backup ? new("backup", HealthLevel.Bad, [], "/admin/schedules/backup")
                : new("backup", now - backup.At > OldBackup ? HealthLevel.Watch : HealthLevel.Good, [write(backup.At)], "/admin/schedules/backup"),
            new("room", found.Folder.FreeBytes < LeastFree ? HealthLevel.Bad : HealthLevel.Good, [Figures.Bytes(found.Folder.FreeBytes)]),
            new("programs", missing.Count == 0 ? HealthLevel.Good : HealthLevel.Watch, [string.Join(' ', missing.Select(program => program.Package).Distinct(StringComparer.Ordinal))]),
            new("network", found.CutsOffNetwork ? HealthLevel.Good : HealthLevel.Watch, []),
            new("mail", found.MailsInDoubt > 0 ? HealthLevel.Watch : HealthLevel.Good, [found.MailsWaiting, found.MailsInDoubt], "/admin/mails"),
        ];
    }
}

public enum HealthLevel
{
    Good,

    /// <summary>It goes on, and somebody should look.</summary>
    Watch,

    /// <summary>Something is lost, or soon will be.</summary>
    Bad,
}
