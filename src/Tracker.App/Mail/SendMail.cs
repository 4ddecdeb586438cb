using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tracker.App.Auditing;
using Tracker.App.Robots;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Mail;

/// <summary>Hands over every mail that is due. Each domain and each robot has a lane of its own, so that a slow one holds up nobody else.</summary>
public static partial class SendMail
{
    public sealed record Command : IRequest<Result>;

    /// <param name="Left">Due, and left for the next time: their domain did not answer as it should.</param>
    public sealed record Result(int Sent, int Deferred, int Refused, int Unknown, int Left)
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"sent {Sent}, deferred {Deferred}, refused {Refused}, unknown {Unknown}, left {Left}");
    }

    public sealed partial class Handler(
        TrackerDbContext db, MailDesk desk, MailSettings settings, AuditLog audit, IServiceScopeFactory scopes, TimeProvider time, ILogger<Handler> log)
        : IRequestHandler<Command, Result>
    {
        private const int Lanes = 8;
        private const int Batch = 500;

        /// <summary>So many failures in a row, and a domain is left alone until the next time.</summary>
        private const int Patience = 2;

        /// <exception cref="MailServerException">The server cannot be used; what was due stays due.</exception>
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var tally = new Tally { Unknown = await desk.NoteLeftAsync(cancellationToken) };
            var pace = new Pace(settings.PerMinute, time);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            try
            {
                while (await DueAsync(seen, cancellationToken) is { Count: > 0 } due)
                {
                    seen.UnionWith(due.Select(mail => mail.Id));

                    await Parallel.ForEachAsync(
                        due.GroupBy(mail => mail.Domain, StringComparer.Ordinal), new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = cancellationToken },
                        (domain, token) => SendAsync(
                            [.. domain.Select(mail => mail.Id)], domain.Key.StartsWith(Robot.KeyStart, StringComparison.Ordinal) ? new Pace(RobotSettings.PerMinute, time) : pace, tally, token));
                }
            }
            finally
            {
                await NoteAsync(tally.Total);
            }

            return tally.Total;
        }

        private async Task<List<(string Id, string Domain)>> DueAsync(HashSet<string> seen, CancellationToken cancellation)
        {
            var now = time.GetUtcNow();
            var due = await db.Outbox.AsNoTracking()
                .Where(mail => (mail.State == MailState.Queued || mail.State == MailState.Deferred) && mail.NextAttemptAt <= now)
                .OrderBy(mail => mail.NextAttemptAt).ThenBy(mail => mail.Id).Select(mail => new { mail.Id, mail.Reader.AddressKey }).Take(seen.Count + Batch)
                .ToListAsync(cancellation);
            return [.. due.Where(mail => !seen.Contains(mail.Id)).Select(mail => (mail.Id, mail.AddressKey[(mail.AddressKey.LastIndexOf('@') + 1)..]))];
        }

        private async ValueTask SendAsync(IReadOnlyList<string> ids, Pace pace, Tally tally, CancellationToken cancellation)
        {
            await using var scope = scopes.CreateAsyncScope();
            var lane = scope.ServiceProvider.GetRequiredService<MailLane>();
            var failures = 0;
            for (var i = 0; i < ids.Count; i++)
            {
                if (failures >= Patience)
                {
                    tally.Leave(ids.Count - i);
                    return;
                }

                await pace.WaitAsync(cancellation);
                var outcome = await lane.SendAsync(ids[i], cancellation);
                tally.Count(outcome);
                failures = outcome == HandOverOutcome.TryLater ? failures + 1 : 0;
            }
        }

        private async Task NoteAsync(Result total)
        {
            if (total is { Sent: 0, Deferred: 0, Refused: 0, Unknown: 0 }) return;
            LogSent(total);
            await db.WriteAsync(token => audit.AppendAsync(AuditKinds.Mail, "outbox", new { step = "handed over", total.Sent, total.Deferred, total.Refused, total.Unknown }, token), CancellationToken.None);
        }

        [LoggerMessage(1302, LogLevel.Information, "Mail: {Total}")]
        private partial void LogSent(Result total);
    }

    private sealed class Tally
    {
        private int _sent;
        private int _deferred;
        private int _refused;
        private int _left;

        public int Unknown;

        public Result Total => new(_sent, _deferred, _refused, Unknown, _left);

        public void Leave(int mails) => Interlocked.Add(ref _left, mails);

        public void Count(HandOverOutcome? outcome)
        {
            _ = outcome switch
            {
                HandOverOutcome.Taken => Interlocked.Increment(ref _sent),
                HandOverOutcome.TryLater => Interlocked.Increment(ref _deferred),
                HandOverOutcome.Refused or HandOverOutcome.NoSuchAddress => Interlocked.Increment(ref _refused),
                HandOverOutcome.Unknown => Interlocked.Increment(ref Unknown),
                null => 0,
                _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
            };
        }
    }
}
