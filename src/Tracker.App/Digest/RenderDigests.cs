using System.Globalization;
using FluentValidation;
using MediatR;
using Tracker.App.Auditing;
using Tracker.Data;

namespace Tracker.App.Digest;

/// <summary>周报: puts a digest into the outbox for every reader to whom something is new, and for nobody else. Done again it adds nothing.</summary>
public static class RenderDigests
{
    /// <param name="Week">
    /// Such as <c>2026-W47</c>; null for the last week that is over. The month that ends in it is told of with it. Of a week that is not over the digest
    /// tells as far as it has come, and the next one tells the rest.
    /// </param>
    public sealed record Command(string? Week = null) : IRequest<Result>;

    /// <param name="Mails">Put into the outbox now.</param>
    /// <param name="Contents">Different ones among them.</param>
    /// <param name="IsOver">Whether the week was over.</param>
    public sealed record Result(string Week, int Mails, int Contents, bool IsOver)
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Week}: {Mails} mails, {Contents} different{(IsOver ? "" : "; the week is not over, the next digest tells the rest")}");
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TimeZoneInfo zone, TimeProvider time) => RuleFor(command => command.Week).IsWeek(zone)
            .Must(week => week is null || DigestPeriod.ParseWeek(week, zone) is not { } period || period.Start <= time.GetUtcNow())
            .WithErrorCode("week-not-begun").WithMessage("这一周还没有开始。");
    }

    public sealed class Handler(TrackerDbContext db, PeriodReader reader, DigestRound round, AuditLog audit, TimeProvider time, TimeZoneInfo zone) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var week = command.Week is { } given ? DigestPeriod.ParseWeek(given, zone)! : DigestPeriod.LastWeek(now, zone);
            var (mails, contents) = (0, 0);
            foreach (var period in new[] { week, week.EndingMonth(zone) is { } month && month.End <= now ? month : null }.OfType<DigestPeriod>())
            {
                var changes = await reader.ReadAsync(period, cancellationToken);
                var made = await round.MakeAsync(changes, cancellationToken);
                (mails, contents) = (mails + made.Mails, contents + made.Contents);
                if (made.Mails == 0) continue;
                await db.WriteAsync(
                    token => audit.AppendAsync(AuditKinds.Mail, period.Key, new { step = "rendered", mails = made.Mails, contents = made.Contents, items = changes.Items.Count }, token),
                    cancellationToken);
            }

            return new Result(week.Key, mails, contents, week.End <= now);
        }
    }
}
