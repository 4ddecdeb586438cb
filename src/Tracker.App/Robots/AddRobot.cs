using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Accounts;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.App.Mail;
using Tracker.App.Subscriptions;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Robots;

/// <summary>Sets up a group's robot with what the group is told of. Its address is never shown again.</summary>
public static class AddRobot
{
    /// <param name="Name">What administrators know the group by.</param>
    /// <param name="SigningSecret">Empty where the robot asks for none.</param>
    public sealed record Command(
        string Name, string Address, string SigningSecret, SubscriptionFilter Filter, DigestFrequency Frequency, DigestLanguage Language) : IRequest<string>, ITransactional
    {
        /// <summary>Whoever writes the request down does not write down its secrets.</summary>
        public override string ToString() => $"{nameof(AddRobot)} {Name}";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public const int LongestName = 40;

        public Validator(RobotSettings settings)
        {
            RuleFor(command => command.Name).Must(name => PlainLine.Of(name ?? "") is { Length: > 0 and <= LongestName }).WithErrorCode("bad-robot-name").WithMessage("name: 1 to 40 characters.");
            RuleFor(command => command.Address).Must(address => RobotAddress.Parse(address ?? "", settings.AllowsLoopback) is not null)
                .WithErrorCode("bad-robot-address").WithMessage("address: the robot's own, as WeCom or DingTalk shows it.");
            RuleFor(command => command.SigningSecret).Must(secret => secret is { Length: <= 200 } && secret.All(char.IsAsciiLetterOrDigit)).WithErrorCode("bad-signing-secret")
                .WithMessage("signing secret: letters and digits, as DingTalk shows it.");
            RuleFor(command => command.Filter).IsFilter();
            RuleFor(command => command.Frequency).IsFrequency();
            RuleFor(command => command.Language).IsLanguage();
        }
    }

    public sealed class Handler(TrackerDbContext db, SubscriptionRegister subscriptions, RobotSettings settings, AuditLog log, TimeProvider time) : IRequestHandler<Command, string>
    {
        /// <exception cref="UnusableInputException"><c>known-robot</c>: the group would be told everything twice.</exception>
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var address = RobotAddress.Parse(command.Address, settings.AllowsLoopback)!;
            var filter = command.Filter.Tidy();
            await subscriptions.CheckAsync(filter, cancellationToken);
            var canonical = address.Uri.ToString();
            if (await db.Robots.AnyAsync(robot => robot.Address == canonical, cancellationToken)) throw new UnusableInputException("known-robot", "This robot is there already.");

            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now).ToString("N");
            var reader = db.Readers.Add(new Reader
            {
                Id = id,
                Address = PlainLine.Of(command.Name),
                AddressKey = Robot.KeyStart + id,
                State = ReaderState.Confirmed,
                Language = command.Language,
                LinkSecret = Secret.New(),
                CreatedAt = now,
                ConfirmedAt = now,
                Robot = new Robot { ReaderId = id, Kind = address.Kind, Address = canonical, SigningSecret = address.Kind == RobotKind.DingTalk ? command.SigningSecret : "" },
            }).Entity;
            subscriptions.Add(reader, filter, command.Frequency, now);
            await log.AppendAsync(
                AuditKinds.Mail, id, new { step = "robot added", address.Kind, name = reader.Address, filter.Scope, filter.Value, command.Frequency }, cancellationToken);
            return id;
        }
    }
}
