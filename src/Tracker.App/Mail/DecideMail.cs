using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Mail;

/// <summary>An administrator decides about a mail that the sender left: it goes again, or it is given up.</summary>
public static class DecideMail
{
    public sealed record Command(string MailId, MailDecision Decision) : IRequest<Result?>, ITransactional;

    /// <param name="Changed">False where the mail is not one to decide about: it is on its way, sent, or was given up before.</param>
    public sealed record Result(MailState State, bool Changed);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Decision).IsInEnum();
    }

    public sealed class Handler(TrackerDbContext db, AuditLog audit, TimeProvider time) : IRequestHandler<Command, Result?>
    {
        /// <returns>Null where there is no such mail.</returns>
        public async Task<Result?> Handle(Command command, CancellationToken cancellationToken)
        {
            var mail = await db.Outbox.SingleOrDefaultAsync(stored => stored.Id == command.MailId, cancellationToken);
            if (mail is null) return null;
            var mayGo = command.Decision switch
            {
                MailDecision.SendAgain => mail.State is MailState.Unknown or MailState.Refused or MailState.Dead or MailState.Deferred,
                MailDecision.GiveUp => mail.State is MailState.Unknown or MailState.Deferred or MailState.Queued,
                _ => throw new ArgumentOutOfRangeException(nameof(command), command.Decision, "Unknown decision."),
            };
            if (!mayGo) return new Result(mail.State, false);
            var before = mail.State;
            (mail.State, mail.NextAttemptAt, mail.Owner, mail.Attempts) = command.Decision == MailDecision.SendAgain
                ? (MailState.Queued, time.GetUtcNow(), null, 0)
                : (MailState.Dead, (DateTimeOffset?)null, mail.Owner, mail.Attempts);
            await audit.AppendAsync(AuditKinds.Mail, mail.Id, new { step = command.Decision, before, reader = mail.ReaderId, mail.Period, mail.MessageId }, cancellationToken);
            return new Result(mail.State, true);
        }
    }
}

public enum MailDecision
{
    /// <summary>With the same Message-ID: a server that took it before can tell.</summary>
    SendAgain,

    GiveUp,
}
