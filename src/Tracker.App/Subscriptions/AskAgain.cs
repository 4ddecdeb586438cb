using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.App.Mail;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>An administrator has the question sent again to an address that did not say yes, or that mail came back from.</summary>
public static class AskAgain
{
    public sealed record Command(string ReaderId) : IRequest<bool>, ITransactional;

    public sealed class Handler(TrackerDbContext db, SubscriptionRegister subscriptions, Outbox outbox, AuditLog log, TimeProvider time) : IRequestHandler<Command, bool>
    {
        /// <returns>False where there is no such reader any more.</returns>
        /// <exception cref="UnusableInputException"><c>nothing-to-confirm</c>, or <c>asked-enough</c>: nobody's box is filled, whoever asks for it.</exception>
        public async Task<bool> Handle(Command command, CancellationToken cancellationToken)
        {
            var reader = await db.Readers.Include(found => found.Subscriptions).SingleOrDefaultAsync(found => found.Id == command.ReaderId && found.Address != "" && found.Robot == null, cancellationToken);
            if (reader is null) return false;
            var now = time.GetUtcNow();
            var open = reader.Subscriptions.Where(own => own.EndedAt is null).OrderByDescending(own => own.Id, StringComparer.Ordinal).ToList();
            var asked = open.FirstOrDefault(own => own.ConfirmedAt is null);
            if (asked is null && reader.State == ReaderState.Bounced && open is [var held, ..]) asked = subscriptions.Add(reader, SubscriptionFilter.Of(held), held.Frequency, confirmed: null);
            if (asked is null) throw new UnusableInputException("nothing-to-confirm", "This reader has nothing to say yes to.");
            if (await AskToSubscribe.AskedAsync(db.Outbox, reader.Id, now - TimeSpan.FromDays(1), cancellationToken))
                throw new UnusableInputException("asked-enough", $"This address was sent {AskToSubscribe.MailsADay} such mails within a day: wait.");
            await outbox.PutAsync(
                reader, MailKind.Confirmation, $"confirm-{asked.Id}-{Guid.CreateVersion7(now):N}", ConfirmationMail.Of(SubscriptionFilter.Of(asked), asked.Frequency, reader.Language), [asked.Id], cancellationToken);
            await log.AppendAsync(AuditKinds.Mail, reader.Id, new { step = "asked again", subscription = asked.Id }, cancellationToken);
            return true;
        }
    }
}
