using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tracker.App.Auditing;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Mail;

/// <summary>Every step of a mail on its way, each committed before the next begins.</summary>
public sealed partial class MailDesk(TrackerDbContext db, MailSettings settings, AuditLog audit, TimeProvider time, ILogger<MailDesk> log)
{
    /// <summary>After so many attempts a mail is given up: a day and a half of patience.</summary>
    public const int MostAttempts = 10;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(12);

    /// <summary>A mail whose sender died may have been delivered: it is never sent again by itself.</summary>
    /// <returns>How many were found.</returns>
    public async Task<int> NoteLeftAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var left = await db.Outbox.AsNoTracking().Where(mail => mail.State == MailState.Sending && mail.LeasedUntil < now).Select(mail => mail.Id).ToListAsync(cancellation);
        foreach (var id in left)
        {
            await db.WriteAsync(
                async token =>
                {
                    var mail = await db.Outbox.SingleAsync(stored => stored.Id == id, token);
                    if (mail.State != MailState.Sending || !(mail.LeasedUntil < now)) return false;
                    await CloseAsync(mail, MailState.Unknown, "the sender ended before the server's answer was recorded", token);
                    return true;
                },
                cancellation);
        }

        return left.Count;
    }

    /// <summary>Takes a mail to send it. From the return on it counts as possibly delivered.</summary>
    /// <returns>With reader and content; null where somebody else has it, or it is not to be sent any more.</returns>
    public Task<OutboxMail?> TakeAsync(string id, string owner, CancellationToken cancellation) => db.WriteBesideAsync(
        "mail:" + id,
        async token =>
        {
            var now = time.GetUtcNow();
            var mail = await db.Outbox.Include(m => m.Reader).ThenInclude(r => r.Subscriptions).Include(m => m.Reader.User).Include(m => m.Reader.Robot).Include(m => m.Content).SingleAsync(m => m.Id == id, token);
            if (mail.State is not (MailState.Queued or MailState.Deferred) || mail.NextAttemptAt > now) return null;
            if ((WhyNot(mail) ?? await WhyNoRobotAsync(mail, token)) is { } reason)
            {
                (mail.State, mail.NextAttemptAt, mail.Answer) = (MailState.Dead, null, reason);
                return null;
            }

            (mail.State, mail.Owner, mail.LeasedUntil, mail.NextAttemptAt) = (MailState.Sending, owner, now + settings.Lease, null);
            mail.Attempts++;
            return mail;
        },
        cancellation);

    /// <summary>Writes down what the server answered.</summary>
    public Task<bool> RecordAsync(string id, string owner, HandOver result, CancellationToken cancellation) => db.WriteAsync(
        async token =>
        {
            var mail = await db.Outbox.Include(m => m.Reader).SingleAsync(m => m.Id == id, token);

            // An answer that comes after the lease ended still tells what became of the mail, unless a person decided meanwhile.
            if (mail.State is not (MailState.Sending or MailState.Unknown) || mail.Owner != owner) return false;
            var now = time.GetUtcNow();
            switch (result.Outcome)
            {
                case HandOverOutcome.Taken:
                    (mail.State, mail.SentAt, mail.LeasedUntil, mail.Answer) = (MailState.Sent, now, null, result.Answer);
                    break;
                case HandOverOutcome.TryLater when mail.Attempts < MostAttempts:
                    (mail.State, mail.NextAttemptAt, mail.LeasedUntil, mail.Answer) = (MailState.Deferred, now + PauseAfter(mail.Attempts), null, result.Answer);
                    break;
                case HandOverOutcome.TryLater:
                    await CloseAsync(mail, MailState.Dead, result.Answer, token);
                    break;
                case HandOverOutcome.NoSuchAddress:
                    (mail.Reader.State, mail.Reader.BouncedAt, mail.Reader.BounceAnswer) = (ReaderState.Bounced, now, result.Answer);
                    await CloseAsync(mail, MailState.Refused, result.Answer, token);
                    break;
                case HandOverOutcome.Refused:
                    await CloseAsync(mail, MailState.Refused, result.Answer, token);
                    break;
                case HandOverOutcome.Unknown:
                    await CloseAsync(mail, MailState.Unknown, result.Answer, token);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(result), result.Outcome, "Unknown outcome.");
            }

            return true;
        },
        cancellation);

    /// <summary>Puts a mail back that was taken and not handed over: the server cannot be used.</summary>
    public Task<bool> PutBackAsync(string id, string owner, string answer, CancellationToken cancellation) => db.WriteBesideAsync(
        "mail:" + id,
        async token =>
        {
            var mail = await db.Outbox.SingleAsync(m => m.Id == id, token);
            if (mail.State != MailState.Sending || mail.Owner != owner) return false;
            mail.Attempts--;
            (mail.State, mail.LeasedUntil, mail.Owner, mail.Answer) = (MailState.Queued, null, null, answer);
            mail.NextAttemptAt = time.GetUtcNow() + TimeSpan.FromMinutes(1);
            return true;
        },
        cancellation);

    /// <summary>5, 10, 20 … minutes.</summary>
    public static TimeSpan PauseAfter(int attempts) =>
        TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(attempts - 1, 16)));

    /// <summary>Why nothing is to be sent to this reader any more; null where it is. Asked again at the last moment.</summary>
    private static string? WhyNot(OutboxMail mail) => mail switch
    {
        { Kind: MailKind.Confirmation } => mail.Reader.Subscriptions.Any(s => mail.Subscriptions.Contains(s.Id) && s is { EndedAt: null, ConfirmedAt: null }) ? null : "confirmed or ended meanwhile",
        { Reader.State: ReaderState.Bounced } => "the address bounced",
        { Reader.State: ReaderState.Unconfirmed } => "the address is not confirmed",
        { Reader.User.LockedAt: not null } => "the account is locked",
        { Reader.Robot.RemovedAt: not null } => "the robot was removed",
        { Kind: MailKind.Access or MailKind.Trial } => null,
        _ => mail.Reader.Subscriptions.Any(s => mail.Subscriptions.Contains(s.Id) && s is { EndedAt: null, Frequency: not DigestFrequency.Off }) ? null : "unsubscribed meanwhile",
    };

    private async Task<string?> WhyNoRobotAsync(OutboxMail mail, CancellationToken cancellation) =>
        mail.Reader.Robot is null || await db.DigestSwitches.AnyAsync(offer => offer.Offer == DigestOffer.Robots && offer.IsOn, cancellation) ? null : "robots are switched off";

    private async Task CloseAsync(OutboxMail mail, MailState state, string answer, CancellationToken cancellation)
    {
        (mail.State, mail.NextAttemptAt, mail.LeasedUntil, mail.Answer) = (state, null, null, answer);
        await audit.AppendAsync(
            AuditKinds.Mail, mail.Id, new { step = state, reader = mail.ReaderId, mail.Period, mail.MessageId, content = mail.ContentHash, mail.Attempts, answer }, cancellation);
        if (state == MailState.Unknown) LogUnknown(mail.Id, mail.Period, answer);
    }

    [LoggerMessage(1301, LogLevel.Warning, "Whether mail {Mail} of {Period} was delivered is not known ({Answer}); it is not sent again unless an administrator says so")]
    private partial void LogUnknown(string mail, string period, string answer);
}
