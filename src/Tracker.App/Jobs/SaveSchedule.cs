using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Jobs;

/// <summary>Adds a schedule or changes one. The engine follows at once.</summary>
public static class SaveSchedule
{
    /// <param name="Id">Of an existing one, or of one to add: lower-case letters, digits and hyphens.</param>
    public sealed record Command(string Id, string Name, string Kind, string Cron, string TimeZone, MisfireRule Misfire, bool IsOn) : IRequest<Result>;

    public sealed record Result(string Id, IReadOnlyList<DateTimeOffset> Next);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(JobKinds kinds)
        {
            RuleFor(command => command.Id).Matches("^(?!new$)[a-z0-9-]{1,40}$").WithErrorCode("bad-schedule-id").WithMessage("编号只能用小写字母、数字和连字符，最多40个字符。");
            RuleFor(command => command.Name).NotNull().MaximumLength(60).WithErrorCode("long-name");
            RuleFor(command => command.Kind).Must(kind => kinds.Find(kind) is not null).WithErrorCode("unknown-job").WithMessage("没有这种作业。");
            RuleFor(command => command.Cron).IsCron();
            RuleFor(command => command.TimeZone).IsTimeZone();
            RuleFor(command => command.Misfire).IsInEnum();
        }
    }

    public sealed class Handler(TrackerDbContext db, AuditLog audit, IJobEngine engine, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            await db.WriteAsync(token => WriteAsync(command, token), cancellationToken);
            await engine.SynchroniseAsync(cancellationToken);
            return new Result(command.Id, command.IsOn ? ScheduleTimes.Next(command.Cron, command.TimeZone, time.GetUtcNow(), ForeseeSchedule.Count) : []);
        }

        private async Task<Schedule> WriteAsync(Command command, CancellationToken cancellation)
        {
            var schedule = await db.Schedules.SingleOrDefaultAsync(stored => stored.Id == command.Id, cancellation);
            var before = schedule is null ? null : new { schedule.Name, schedule.Kind, schedule.Cron, schedule.TimeZone, schedule.Misfire, schedule.IsOn };
            if (schedule is null)
            {
                schedule = new Schedule { Id = command.Id, Kind = command.Kind, Cron = command.Cron, TimeZone = command.TimeZone };
                db.Schedules.Add(schedule);
            }

            (schedule.Name, schedule.Kind, schedule.Cron) = (command.Name.Trim(), command.Kind, command.Cron.Trim());
            (schedule.TimeZone, schedule.Misfire, schedule.IsOn, schedule.ChangedAt) = (command.TimeZone, command.Misfire, command.IsOn, time.GetUtcNow());
            var after = new { schedule.Name, schedule.Kind, schedule.Cron, schedule.TimeZone, schedule.Misfire, schedule.IsOn };
            await audit.AppendAsync(AuditKinds.Schedule, schedule.Id, new { before, after }, cancellation);
            return schedule;
        }
    }
}
