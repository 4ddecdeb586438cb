using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tracker.App.Auditing;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Mail;

/// <summary>Hands over every mail that is due.</summary>
public static partial class SendMail
{
    public sealed record Command : IRequest<Result>;

    /// <param name="Left">Due, and left for the next time: their domain or the server did not answer as it should.</param>
    public sealed record Result(int Sent, int Deferred, int Refused, int Unknown, int Left)
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"sent {Sent}, deferred {Deferred}, refused {Refused}, unknown {Unknown}, left {Left}");
    }

    public sealed partial class Handler(
        TrackerDbContext db, MailDesk desk, MailSettings settings, AuditLog audit, IServiceScopeFactory scopes, TimeProvider time, ILogger<Handler> log)
        : IRequestHandler<Command, Result>
    {
        private const int Batch = 500;

        /// <exception cref="MailServerException">The server cannot be used; what was due stays due.</exception>
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var unknown = await desk.NoteLeftAsync(cancellationToken);
            var round = new MailRound(settings, scopes, time);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            try
            {
                while (await DueAsync(seen, cancellationToken) is { Count: > 0 } due)
                {
                    seen.UnionWith(due.Select(mail => mail.Id));
                    await round.SendAsync(due, cancellationToken);
                }
            }
            finally
            {
                await NoteAsync(round.Total(unknown));
            }

            return round.Total(unknown);
        }

        /// <summary>The next that were not seen. Somebody waits for a question or a link; a digest is no worse for going a little later.</summary>
        private async Task<List<(string Id, string Domain)>> DueAsync(HashSet<string> seen, CancellationToken cancellation)
        {
            var now = time.GetUtcNow();
            var due = await db.Outbox.AsNoTracking()
                .Where(mail => (mail.State == MailState.Queued || mail.State == MailState.Deferred) && mail.NextAttemptAt <= now)
                .OrderBy(mail => mail.Kind == MailKind.Digest).ThenBy(mail => mail.NextAttemptAt).ThenBy(mail => mail.Id).Select(mail => new { mail.Id, mail.Reader.AddressKey })
                .Take(seen.Count + Batch).ToListAsync(cancellation);
            return [.. due.Where(mail => !seen.Contains(mail.Id)).Select(mail => (mail.Id, mail.AddressKey[(mail.AddressKey.LastIndexOf('@') + 1)..]))];
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
}
