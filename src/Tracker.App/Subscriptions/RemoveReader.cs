using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Accounts;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>Ends all of a reader's subscriptions and forgets the address, by an administrator. What was sent stays on record without it.</summary>
public static class RemoveReader
{
    public sealed record Command(string ReaderId) : IRequest<bool>, ITransactional;

    public sealed class Handler(TrackerDbContext db, AuditLog log, TimeProvider time) : IRequestHandler<Command, bool>
    {
        /// <returns>False where there is no such reader any more.</returns>
        public async Task<bool> Handle(Command command, CancellationToken cancellationToken)
        {
            var reader = await db.Readers.Include(found => found.Subscriptions).SingleOrDefaultAsync(found => found.Id == command.ReaderId && found.Address != "" && found.Robot == null, cancellationToken);
            if (reader is null) return false;
            var open = reader.Subscriptions.Where(own => own.EndedAt is null).ToList();
            open.ForEach(subscription => subscription.EndedAt = time.GetUtcNow());

            // With another secret no link that was ever sent does anything.
            (reader.Address, reader.AddressKey, reader.UserId, reader.LinkSecret) = ("", $"removed:{reader.Id}", null, Secret.New());
            (reader.State, reader.BouncedAt, reader.BounceAnswer) = (ReaderState.Unconfirmed, null, "");
            await log.AppendAsync(AuditKinds.Mail, reader.Id, new { step = "reader removed", subscriptions = open.ConvertAll(subscription => subscription.Id) }, cancellationToken);
            return true;
        }
    }
}
