using MediatR;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>All subscriptions of one reader that are not over, for that reader alone.</summary>
public static class ListSubscriptions
{
    public sealed record Query(Whose Whose) : IRequest<Result?>;

    /// <param name="Address">The reader's own.</param>
    public sealed record Result(string Address, ReaderState State, DigestLanguage Language, IReadOnlyList<Subscription> Subscriptions);

    public sealed class Handler(ReaderRegister readers) : IRequestHandler<Query, Result?>
    {
        /// <returns>Null for a link that is good for nothing, and for an account that never subscribed.</returns>
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken) =>
            await readers.FindAsync(query.Whose, cancellationToken) is { } reader
                ? new Result(
                    reader.Address, reader.State, reader.Language,
                    [.. reader.Subscriptions.Where(subscription => subscription is { EndedAt: null, ConfirmedAt: not null }).OrderBy(subscription => subscription.CreatedAt)])
                : null;
    }
}
