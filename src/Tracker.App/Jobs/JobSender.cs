using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tracker.App.Auditing;
using Tracker.App.Runs;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Jobs;

/// <summary>Sends a job's request and notes what came of it. Whatever engine or command sends a job goes through here.</summary>
public sealed partial class JobSender(TrackerDbContext db, IMediator mediator, JobKinds kinds, Actor actor, TimeProvider time, ILogger<JobSender> log)
{
    /// <summary>A firing that was begun so often and never ended is given up: it may be what kills the programs.</summary>
    private const int MostAttempts = 3;

    /// <summary>Sends a schedule's job for one of its times. The same time is never done twice.</summary>
    /// <param name="due">Null where someone asked for it beside its times.</param>
    /// <returns>Null where the schedule is gone, or that time is done.</returns>
    public async Task<JobFiring?> SendAsync(string scheduleId, DateTimeOffset? due, CancellationToken cancellation)
    {
        var schedule = await db.Schedules.AsNoTracking().SingleOrDefaultAsync(stored => stored.Id == scheduleId, cancellation);
        if (schedule is null || kinds.Find(schedule.Kind) is not { } kind) return null;
        var firing = await BeginAsync(kind, schedule.Id, due, due is null ? RunCause.Page : RunCause.Schedule, cancellation);
        return firing is null ? null : await SendAsync(kind, firing, cancellation);
    }

    /// <summary>Sends a job that no schedule asked for.</summary>
    public async Task<JobFiring> SendAsync(JobKind kind, RunCause cause, CancellationToken cancellation) =>
        await SendAsync(kind, (await BeginAsync(kind, null, null, cause, cancellation))!, cancellation);

    private Task<JobFiring?> BeginAsync(JobKind kind, string? scheduleId, DateTimeOffset? due, RunCause cause, CancellationToken cancellation) => db.WriteAsync(
        async token =>
        {
            var now = time.GetUtcNow();
            var known = due is null ? null : await db.JobFirings.SingleOrDefaultAsync(stored => stored.ScheduleId == scheduleId && stored.DueAt == due, token);
            if (known is { FinishedAt: not null }) return null;
            if (known is null)
            {
                known = new JobFiring
                {
                    Id = Guid.CreateVersion7(now).ToString("N"), Kind = kind.Name, ScheduleId = scheduleId, DueAt = due, Cause = cause, StartedBy = actor.Name, StartedAt = now,
                };
                db.JobFirings.Add(known);
            }

            // The engine gives a schedule to one program at a time: what is still open was left by one that died.
            foreach (var left in await db.JobFirings.Where(open => scheduleId != null && open.ScheduleId == scheduleId && open.FinishedAt == null && open.Id != known.Id).ToListAsync(token))
            {
                (left.Outcome, left.FinishedAt, left.Error) = (JobOutcome.Failed, now, "The program ended before the job did.");
            }

            if (++known.Attempts > MostAttempts)
            {
                (known.Outcome, known.FinishedAt, known.Error) = (JobOutcome.Failed, now, $"It was begun {MostAttempts} times and never ended.");
                return null;
            }

            return known;
        },
        cancellation);

    private async Task<JobFiring> SendAsync(JobKind kind, JobFiring firing, CancellationToken cancellation)
    {
        string? error = null;
        var note = "";
        try
        {
            note = await kind.SendAsync(mediator, firing.Cause, cancellation);
        }
        catch (Exception cause) when (cause is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // Of a program that is shut down the firing stays open: it is sent again.
            LogFailed(cause, kind.Name);
            error = PairWork.OneLine(cause);
        }

        return await db.WriteAsync(
            async token =>
            {
                var stored = await db.JobFirings.SingleAsync(open => open.Id == firing.Id, token);
                (stored.Outcome, stored.FinishedAt, stored.Note, stored.Error) = (error is null ? JobOutcome.Succeeded : JobOutcome.Failed, time.GetUtcNow(), note, error);
                return stored;
            },
            cancellation);
    }

    [LoggerMessage(1201, LogLevel.Error, "The job {Kind} failed")]
    private partial void LogFailed(Exception cause, string kind);
}
