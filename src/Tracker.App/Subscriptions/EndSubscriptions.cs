using MediatR;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;

namespace Tracker.App.Subscriptions;

/// <summary>退订 on the page of one's own subscriptions: one of them, or all.</summary>
public static class EndSubscriptions
{
    /// <param name="Id">Null for all.</param>
    public sealed record Command(Whose Whose, string? Id = null) : IRequest<int>, ITransactional;

    public sealed class Handler(ReaderRegister readers, AuditLog log, TimeProvider time) : IRequestHandler<Command, int>
    {
        /// <returns>How many ended by this.</returns>
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await readers.FindAsync(command.Whose, cancellationToken) is not { } reader) return 0;
            var open = reader.Subscriptions.Where(own => own.EndedAt is null && (command.Id is null || own.Id == command.Id)).ToList();
            if (open.Count == 0) return 0;
            open.ForEach(subscription => subscription.EndedAt = time.GetUtcNow());
            await log.AppendAsync(AuditKinds.Mail, reader.Id, new { step = "unsubscribed", subscriptions = open.ConvertAll(subscription => subscription.Id) }, cancellationToken);
            return open.Count;
        }
    }
}
