using MediatR;
using Tracker.Data;

namespace Tracker.App.Publishing;

/// <summary>发布规则 as it is now.</summary>
public static class ShowPublicationRule
{
    public sealed record Query : IRequest<Result>;

    /// <param name="FlipShare">0 to 1.</param>
    /// <param name="ScoreStep">0 to 1.</param>
    public sealed record Result(double FlipShare, double ScoreStep);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var rule = await Publisher.RuleAsync(db, cancellationToken);
            return new Result(rule.FlipShare, rule.ScoreStep);
        }
    }
}
