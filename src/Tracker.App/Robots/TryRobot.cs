using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.App.Digest;
using Tracker.App.Mail;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Robots;

/// <summary>试发: has a robot say one sentence, by the way that digests take.</summary>
public static class TryRobot
{
    public sealed record Command(string Id) : IRequest<bool>, ITransactional;

    public sealed class Handler(TrackerDbContext db, Outbox outbox, AuditLog log, TimeProvider time) : IRequestHandler<Command, bool>
    {
        /// <returns>False where there is no such robot any more.</returns>
        public async Task<bool> Handle(Command command, CancellationToken cancellationToken)
        {
            var reader = await db.Readers.SingleOrDefaultAsync(found => found.Id == command.Id && found.Robot!.RemovedAt == null, cancellationToken);
            if (reader is null) return false;

            // A robot that was found gone may be tried again: it may have been set up anew with the same address.
            if (reader.State == ReaderState.Bounced) (reader.State, reader.BouncedAt, reader.BounceAnswer) = (ReaderState.Confirmed, null, "");
            var words = DigestWords.In(reader.Language);
            await outbox.PutAsync(
                reader, MailKind.Trial, $"trial-{Guid.CreateVersion7(time.GetUtcNow()):N}", MailContent.Of(reader.Language, words.Sender, words.Trial, ""), [], cancellationToken);
            await log.AppendAsync(AuditKinds.Mail, command.Id, new { step = "robot tried" }, cancellationToken);
            return true;
        }
    }
}
