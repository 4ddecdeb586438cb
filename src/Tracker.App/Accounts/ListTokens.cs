using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;

namespace Tracker.App.Accounts;

/// <summary>Access tokens, newest first, revoked ones too.</summary>
public static class ListTokens
{
    /// <param name="Email">Whose; null for everybody's.</param>
    public sealed record Query(string? Email) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<Line> Tokens);

    public sealed record Line(
        string Id, string Email, string Name, string Prefix, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken) => new(await db.ApiTokens
            .Where(token => query.Email == null || token.User!.Email == query.Email)
            .OrderByDescending(token => token.CreatedAt).ThenBy(token => token.Id)
            .Select(token => new Line(token.Id, token.User!.Email!, token.Name, token.Prefix, token.CreatedAt, token.LastUsedAt, token.RevokedAt))
            .ToListAsync(cancellationToken));
    }
}
