using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.Data;

namespace Tracker.App.Robots;

/// <summary>Ends what a group is told and forgets its robot's secrets. What was posted stays on record.</summary>
public static class RemoveRobot
{
    public sealed record Command(string Id) : IRequest<bool>, ITransactional;

    public sealed class Handler(TrackerDbContext db, AuditLog log, TimeProvider time) : IRequestHandler<Command, bool>
    {
        /// <returns>False where there is no such robot any more.</returns>
        public async Task<bool> Handle(Command command, CancellationToken cancellationToken)
        {
            var robot = await db.Robots.Include(found => found.Reader.Subscriptions).SingleOrDefaultAsync(found => found.ReaderId == command.Id && found.RemovedAt == null, cancellationToken);
            if (robot is null) return false;
            (robot.RemovedAt, robot.Address, robot.SigningSecret) = (time.GetUtcNow(), "", "");
            foreach (var subscription in robot.Reader.Subscriptions.Where(open => open.EndedAt is null)) subscription.EndedAt = robot.RemovedAt;
            await log.AppendAsync(AuditKinds.Mail, command.Id, new { step = "robot removed", name = robot.Reader.Address }, cancellationToken);
            return true;
        }
    }
}
