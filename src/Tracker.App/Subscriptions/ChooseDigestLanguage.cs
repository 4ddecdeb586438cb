using FluentValidation;
using MediatR;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>The language in which a reader is told, of all of their subscriptions.</summary>
public static class ChooseDigestLanguage
{
    public sealed record Command(Whose Whose, DigestLanguage Language) : IRequest<bool>, ITransactional;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Language).IsLanguage();
    }

    public sealed class Handler(ReaderRegister readers, AuditLog log) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await readers.FindAsync(command.Whose, cancellationToken) is not { } reader) return false;
            reader.Language = command.Language;
            await log.AppendAsync(AuditKinds.Mail, reader.Id, new { step = "language", command.Language }, cancellationToken);
            return true;
        }
    }
}
