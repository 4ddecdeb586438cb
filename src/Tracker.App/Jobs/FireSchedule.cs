using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.Data;

namespace Tracker.App.Jobs;

/// <summary>Sends a schedule's job now, beside its times. A process whose role that is does it.</summary>
public static class FireSchedule
{
    public sealed record Command(string Id) : IRequest<bool>;

    public sealed class Handler(TrackerDbContext db, AuditLog audit, Actor actor, IJobEngine engine) : IRequestHandler<Command, bool>
    {
        /// <returns>False where there is no such schedule.</returns>
        public async Task<bool> Handle(Command command, CancellationToken cancellationToken)
        {
            if (!await db.Schedules.AnyAsync(schedule => schedule.Id == command.Id, cancellationToken)) return false;
            await db.WriteAsync(token => audit.AppendAsync(AuditKinds.Schedule, command.Id, new { step = "fired by hand" }, token), cancellationToken);
            await engine.FireNowAsync(command.Id, actor.Name, cancellationToken);
            return true;
        }
    }
}
