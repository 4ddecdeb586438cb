using FluentValidation;
using MediatR;

namespace Tracker.App.Jobs;

/// <summary>When a schedule would fire, before it is saved.</summary>
public static class ForeseeSchedule
{
    public const int Count = 5;

    public sealed record Query(string Cron, string TimeZone) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<DateTimeOffset> Times);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(query => query.Cron).IsCron();
            RuleFor(query => query.TimeZone).IsTimeZone();
        }
    }

    public sealed class Handler(TimeProvider time) : IRequestHandler<Query, Result>
    {
        public Task<Result> Handle(Query query, CancellationToken cancellationToken) =>
            Task.FromResult(new Result(ScheduleTimes.Next(query.Cron, query.TimeZone, time.GetUtcNow(), Count)));
    }
}
