using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.App.Subscriptions;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Robots;

/// <summary>Changes how often a group is told.</summary>
public static class ChangeRobot
{
    public sealed record Command(string Id, DigestFrequency Frequency) : IRequest<bool>, ITransactional;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Frequency).IsFrequency();
    }

    public sealed class Handler(TrackerDbContext db, AuditLog log) : IRequestHandler<Command, bool>
    {
        /// <returns>False where there is no such robot any more.</returns>
        public async Task<bool> Handle(Command command, CancellationToken cancellationToken)
        {
            var open = await db.Subscriptions.Where(own => own.ReaderId == command.Id && own.EndedAt == null && own.Reader.Robot != null).ToListAsync(cancellationToken);
            if (open.Count == 0) return false;
            open.ForEach(subscription => subscription.Frequency = command.Frequency);
            await log.AppendAsync(AuditKinds.Mail, command.Id, new { step = "robot changed", command.Frequency }, cancellationToken);
            return true;
        }
    }
}
