using MediatR;

namespace Tracker.App.Accounts;

/// <summary>Whose password a one-time link would set.</summary>
public static class ShowLink
{
    public sealed record Query(string LinkSecret) : IRequest<Result>;

    /// <param name="Email">Null for the first administrator, who chooses it.</param>
    public sealed record Result(bool IsGood, string? Email);

    public sealed class Handler(OneTimeLinks links) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var link = await links.FindAsync(query.LinkSecret, cancellationToken);
            return new Result(link is not null, link?.User?.Email);
        }
    }
}
