using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Coding;

/// <summary>双人盲评: the samples there are, newest first, and who could judge another.</summary>
public static class ListSamples
{
    public const int Most = 100;

    public sealed record Query : IRequest<Result>;

    /// <param name="Coders">Names of the accounts that may audit.</param>
    public sealed record Result(IReadOnlyList<Line> Samples, IReadOnlyList<string> Coders);

    public sealed record Line(
        string Id, DateTimeOffset At, string CreatedBy, int Size, string FirstCoder, int FirstAnswered, string SecondCoder, int SecondAnswered,
        DateTimeOffset? RevealedAt, DateTimeOffset? ClosedAt);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var samples = await db.Samples.AsNoTracking().OrderByDescending(s => s.Id).Take(Most).Select(s => new Line(
                s.Id, s.At, s.CreatedBy, s.Items.Count,
                s.FirstCoder, s.Answers.Where(a => a.Coder == s.FirstCoder).Select(a => a.Position).Distinct().Count(),
                s.SecondCoder, s.Answers.Where(a => a.Coder == s.SecondCoder).Select(a => a.Position).Distinct().Count(),
                s.RevealedAt, s.ClosedAt)).ToListAsync(cancellationToken);
            var coders = await db.Users.AsNoTracking().Where(user => user.Role != UserRole.Viewer && user.LockedAt == null)
                .OrderBy(user => user.NormalizedUserName).Select(user => user.UserName!).ToListAsync(cancellationToken);
            return new Result(samples, coders);
        }
    }
}
