using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>Turns one of the digest's offers on or off, by an administrator.</summary>
public static class SetDigestSwitch
{
    public sealed record Command(DigestOffer Offer, bool IsOn) : IRequest, ITransactional;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Offer).IsInEnum();
    }

    public sealed class Handler(TrackerDbContext db, AuditLog log, TimeProvider time) : AsyncRequestHandler<Command>
    {
        protected override async Task Handle(Command command, CancellationToken cancellationToken)
        {
            var offer = await db.DigestSwitches.SingleOrDefaultAsync(known => known.Offer == command.Offer, cancellationToken)
                ?? db.DigestSwitches.Add(new DigestSwitch { Offer = command.Offer }).Entity;
            if (offer.IsOn == command.IsOn) return;
            (offer.IsOn, offer.ChangedAt) = (command.IsOn, time.GetUtcNow());
            await log.AppendAsync(AuditKinds.Mail, $"{command.Offer}", new { step = "switch", command.IsOn }, cancellationToken);
        }
    }
}
