using MediatR;
using Tracker.Data.Entities;

namespace Tracker.App.Jobs;

/// <summary>作业 that a schedule, a page, the API and a command send alike. To add one is to register one.</summary>
/// <param name="Name">Short and stable, such as <c>inbox</c>; what it is called in words is <c>jobKind.NAME</c>.</param>
/// <param name="SendAsync">Sends its request and says in a few words or figures what it did.</param>
/// <param name="Usual">The schedule that every installation begins with; null for none.</param>
public sealed record JobKind(string Name, Func<IMediator, RunCause, CancellationToken, Task<string>> SendAsync, JobKind.Schedule? Usual = null)
{
    /// <param name="Cron">Five fields, read in China's time.</param>
    public sealed record Schedule(string Cron, MisfireRule Misfire = MisfireRule.RunOnce);

    public static JobKind Of<TResult>(
        string name, Func<RunCause, IRequest<TResult>> request, Func<TResult, string> note, Schedule? usual = null) =>
        new(name, async (mediator, cause, cancellation) => note(await mediator.Send(request(cause), cancellation)), usual);
}
