using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.App.Mail;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>订阅 by account. Its address counts as confirmed, unless mail to it came back: then it is asked once more.</summary>
public static class Subscribe
{
    public sealed record Command(string UserId, SubscriptionFilter Filter, DigestFrequency Frequency, DigestLanguage Language) : IRequest<Result>, ITransactional;

    /// <param name="IsAsked">Whether the address has to say yes first, by a mail that is on its way.</param>
    public sealed record Result(string Id, bool IsAsked);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Filter).IsFilter();
            RuleFor(command => command.Frequency).IsFrequency();
            RuleFor(command => command.Language).IsLanguage();
        }
    }

    public sealed class Handler(
        TrackerDbContext db, ReaderRegister readers, SubscriptionRegister subscriptions, Outbox outbox, AuditLog log, TimeProvider time)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var filter = command.Filter.Tidy();
            await subscriptions.CheckAsync(filter, cancellationToken);
            var user = await db.Users.SingleAsync(account => account.Id == command.UserId, cancellationToken);
            var reader = await readers.FindOrAddAsync(user.Email!, command.Language, cancellationToken);
            (reader.UserId, reader.Language) = (user.Id, command.Language);
            var isAsked = reader.State == ReaderState.Bounced;
            if (reader.State == ReaderState.Unconfirmed) (reader.State, reader.ConfirmedAt) = (ReaderState.Confirmed, time.GetUtcNow());

            var subscription = SubscriptionRegister.Find(reader, filter);
            if (subscription is null || isAsked) subscription = subscriptions.Add(reader, filter, command.Frequency, isAsked ? null : time.GetUtcNow());
            subscription.Frequency = command.Frequency;
            if (isAsked) await outbox.PutAsync(
                reader, MailKind.Confirmation, $"confirm-{subscription.Id}", ConfirmationMail.Of(filter, command.Frequency, command.Language), [subscription.Id], cancellationToken);
            await log.AppendAsync(
                AuditKinds.Mail, reader.Id, new { step = "subscribed", subscription = subscription.Id, filter.Scope, filter.Value, command.Frequency, asked = isAsked }, cancellationToken);
            return new Result(subscription.Id, isAsked);
        }
    }
}
