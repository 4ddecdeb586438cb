using FluentValidation;
using MediatR;
using Tracker.App.Accounts;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.App.Mail;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>管理链接: mails the link to one's own subscriptions, to an address that has confirmed ones. Whoever asks learns nothing about the address.</summary>
public static class AskToManage
{
    public sealed record Command(string Address) : IRequest, ITransactional;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Address).IsEmail();
    }

    public sealed class Handler(TrackerDbContext db, ReaderRegister readers, Outbox outbox, AuditLog log, TimeProvider time) : AsyncRequestHandler<Command>
    {
        protected override async Task Handle(Command command, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            if (await readers.FindAsync(command.Address, cancellationToken) is not { State: ReaderState.Confirmed } reader
                || await AskToSubscribe.AskedAsync(db.Outbox, reader.Id, now - TimeSpan.FromDays(1), cancellationToken)) return;
            await outbox.PutAsync(reader, MailKind.Access, $"access-{Guid.CreateVersion7(now):N}", AccessMail.Of(reader.Language), [], cancellationToken);
            await log.AppendAsync(AuditKinds.Mail, reader.Id, new { step = "access link sent" }, cancellationToken);
        }
    }
}
