using FluentValidation;
using MediatR;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>Changes how often one of one's own subscriptions is told of.</summary>
public static class ChangeSubscription
{
    public sealed record Command(Whose Whose, string Id, DigestFrequency Frequency) : IRequest<bool>, ITransactional;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Frequency).IsFrequency();
    }

    public sealed class Handler(ReaderRegister readers, AuditLog log) : IRequestHandler<Command, bool>
    {
        /// <returns>False where this reader has no such subscription: then nothing changes.</returns>
        public async Task<bool> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await readers.FindAsync(command.Whose, cancellationToken) is not { } reader) return false;
            if (reader.Subscriptions.SingleOrDefault(own => own.Id == command.Id && own is { EndedAt: null, ConfirmedAt: not null }) is not { } subscription) return false;
            var before = subscription.Frequency;
            subscription.Frequency = command.Frequency;
            await log.AppendAsync(AuditKinds.Mail, reader.Id, new { step = "changed", subscription = subscription.Id, before, after = command.Frequency }, cancellationToken);
            return true;
        }
    }
}
