using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Jobs;

/// <summary>定时, each with when it fires next and what came of it last.</summary>
public static class ListSchedules
{
    public sealed record Query : IRequest<Result>;

    public sealed record Result(IReadOnlyList<Line> Schedules);

    /// <param name="Next">Empty where it is off.</param>
    public sealed record Line(
        string Id, string Name, string Kind, string Cron, string TimeZone, MisfireRule Misfire, bool IsOn, IReadOnlyList<DateTimeOffset> Next, Firing? Last);

    public sealed record Firing(DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, JobOutcome Outcome, RunCause Cause, int Attempts, string Note, string? Error);

    public sealed class Handler(TrackerDbContext db, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var schedules = await db.Schedules.AsNoTracking().OrderBy(schedule => schedule.Id).ToListAsync(cancellationToken);
            var lines = new List<Line>(schedules.Count);
            foreach (var schedule in schedules)
            {
                var last = await db.JobFirings.AsNoTracking().Where(firing => firing.ScheduleId == schedule.Id).OrderByDescending(firing => firing.Id)
                    .Select(firing => new Firing(firing.StartedAt, firing.FinishedAt, firing.Outcome, firing.Cause, firing.Attempts, firing.Note, firing.Error))
                    .FirstOrDefaultAsync(cancellationToken);
                var next = schedule.IsOn ? ScheduleTimes.Next(schedule.Cron, schedule.TimeZone, time.GetUtcNow(), ForeseeSchedule.Count) : [];
                lines.Add(new Line(schedule.Id, schedule.Name, schedule.Kind, schedule.Cron, schedule.TimeZone, schedule.Misfire, schedule.IsOn, next, last));
            }

            return new Result(lines);
        }
    }
}
