using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Subscriptions;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Robots;

/// <summary>群机器人 that are set up, with where their last message stands.</summary>
public static class ListRobots
{
    public sealed record Query : IRequest<Result>;

    /// <param name="IsOn">Whether groups are told anything at all.</param>
    public sealed record Result(bool IsOn, IReadOnlyList<Line> Robots);

    /// <param name="Hint">All that is shown of the address.</param>
    /// <param name="Last">The newest message; null where there is none.</param>
    public sealed record Line(
        string Id, string Name, RobotKind Kind, string Hint, bool IsSigned, ReaderState State, DigestLanguage Language, DigestFrequency Frequency, SubscriptionFilter Filter,
        DateTimeOffset CreatedAt, OutboxMail? Last);

    public sealed class Handler(TrackerDbContext db, RobotSettings settings) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var robots = await db.Robots.AsNoTracking().Include(robot => robot.Reader.Subscriptions).Where(robot => robot.RemovedAt == null)
                .OrderBy(robot => robot.ReaderId).ToListAsync(cancellationToken);
            var lines = new List<Line>();
            foreach (var robot in robots)
            {
                var last = await db.Outbox.AsNoTracking().Where(mail => mail.ReaderId == robot.ReaderId).OrderByDescending(mail => mail.Id).FirstOrDefaultAsync(cancellationToken);
                var subscription = robot.Reader.Subscriptions.First(own => own.EndedAt is null);
                lines.Add(new Line(
                    robot.ReaderId, robot.Reader.Address, robot.Kind, RobotAddress.Parse(robot.Address, settings.AllowsLoopback)?.Hint ?? "…", robot.SigningSecret.Length > 0,
                    robot.Reader.State, robot.Reader.Language, subscription.Frequency, SubscriptionFilter.Of(subscription), robot.Reader.CreatedAt, last));
            }

            return new Result(await db.DigestSwitches.AnyAsync(offer => offer.Offer == DigestOffer.Robots && offer.IsOn, cancellationToken), lines);
        }
    }
}
