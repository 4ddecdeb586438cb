using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Chains;
using Tracker.App.Decisions;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Jobs;

/// <summary>Judges what people added and split off and finds what is promised again, right after they acted; at the start what an ended process left.</summary>
internal sealed partial class DoFollowUps(IServiceScopeFactory scopes, FollowUps queue, TimeProvider time, ILogger<DoFollowUps> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await DoAsync(LeftAsync, "what was left", stoppingToken);
        await foreach (var pair in queue.ReadAsync(stoppingToken))
        {
            await DoAsync((services, token) => services.GetRequiredService<IMediator>().Send(new JudgeMade.Command(pair), token), pair, stoppingToken);
            await DoAsync((services, token) => services.GetRequiredService<IMediator>().Send(new LinkDue.Command(pair), token), pair, stoppingToken);
        }
    }

    private async Task LeftAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<TrackerDbContext>();
        var unjudged = db.Commitments.Where(row => row.Origin == CommitmentOrigin.Person && row.MethodVersion == StoredCommitment.Unjudged).Select(row => row.PairId);
        var pairs = await unjudged.Union(db.Pairs.Where(pair => pair.LinksDue).Select(pair => pair.Id)).ToListAsync(cancellation);
        pairs.ForEach(queue.Ask);
    }

    /// <summary>Again while the database is away; anything else is written down, and the next run judges the pair.</summary>
    private async Task DoAsync(Func<IServiceProvider, CancellationToken, Task> work, string what, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await work(scope.ServiceProvider, cancellation);
                return;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception cause)
            {
                LogFailed(cause, what);
                if (!WriteTransaction.IsPassing(cause)) return;
                await Task.Delay(Pause, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(2102, LogLevel.Warning, "What follows from decisions on {What} did not succeed")]
    private partial void LogFailed(Exception cause, string what);
}
