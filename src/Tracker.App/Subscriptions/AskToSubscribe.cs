using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Accounts;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.App.Mail;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>公众订阅: asks an address whether it wants a digest. Whoever asks learns nothing about the address, and it is sent few such mails.</summary>
public static class AskToSubscribe
{
    /// <summary>Mails that anybody can have sent to an address in a day.</summary>
    public const int MailsADay = 3;

    public sealed record Command(string Address, SubscriptionFilter Filter, DigestFrequency Frequency, DigestLanguage Language) : IRequest, ITransactional;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Address).IsEmail();
            RuleFor(command => command.Filter).IsFilter();
            RuleFor(command => command.Frequency).IsFrequency();
            RuleFor(command => command.Language).IsLanguage();
        }
    }

    /// <exception cref="UnusableInputException"><c>sign-up-off</c>: accounts only.</exception>
    public sealed class Handler(
        TrackerDbContext db, ReaderRegister readers, SubscriptionRegister subscriptions, Outbox outbox, AuditLog log, TimeProvider time)
        : AsyncRequestHandler<Command>
    {
        protected override async Task Handle(Command command, CancellationToken cancellationToken)
        {
            if (!await db.DigestSwitches.AnyAsync(offer => offer.Offer == DigestOffer.PublicSignUp && offer.IsOn, cancellationToken))
                throw new UnusableInputException("sign-up-off", "Only accounts may subscribe: log in.");
            var filter = command.Filter.Tidy();
            await subscriptions.CheckAsync(filter, cancellationToken);

            var reader = await readers.FindOrAddAsync(command.Address, command.Language, cancellationToken);
            if (await IsAskedEnoughAsync(reader, cancellationToken)) return;

            // The newest question alone can be answered: an earlier one about the same is over.
            var now = time.GetUtcNow();
            foreach (var pending in reader.Subscriptions.Where(known => known.EndedAt is null && known.ConfirmedAt is null && SubscriptionFilter.Of(known) == filter))
                pending.EndedAt = now;

            var known = SubscriptionRegister.Find(reader, filter);
            if (known is not null && reader.State == ReaderState.Confirmed)
            {
                await outbox.PutAsync(reader, MailKind.Access, $"access-{Guid.CreateVersion7(now):N}", AccessMail.Of(reader.Language), [], cancellationToken);
            }
            else
            {
                var subscription = subscriptions.Add(reader, filter, command.Frequency, confirmed: null);
                await outbox.PutAsync(
                    reader, MailKind.Confirmation, $"confirm-{subscription.Id}", ConfirmationMail.Of(filter, command.Frequency, command.Language), [subscription.Id], cancellationToken);
            }

            await log.AppendAsync(AuditKinds.Mail, reader.Id, new { step = "asked", filter.Scope, filter.Value, command.Frequency }, cancellationToken);
        }

        private Task<bool> IsAskedEnoughAsync(Reader reader, CancellationToken cancellation)
        {
            var since = time.GetUtcNow() - TimeSpan.FromDays(1);
            return AskedAsync(db.Outbox, reader.Id, since, cancellation);
        }
    }

    /// <summary>Whether an address was sent as many mails as anybody can have sent to it.</summary>
    internal static async Task<bool> AskedAsync(IQueryable<OutboxMail> mails, string readerId, DateTimeOffset since, CancellationToken cancellation) =>
        await mails.CountAsync(mail => mail.ReaderId == readerId && mail.Kind != MailKind.Digest && mail.CreatedAt > since, cancellation) >= MailsADay;
}
