using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Runs;

/// <summary>
/// Tells browsers how runs get on, for as long as they go on. However many listen, the database is asked once a second; runs may be
/// worked on in other processes, so that there is nobody else to ask.
/// </summary>
public sealed class RunEvents(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>Listeners at a time; the next one is told to come back later.</summary>
    public const int MostListeners = 64;

    public const string Progress = "progress";

    /// <summary>The last event: whoever listened to it has nothing more to wait for.</summary>
    public const string End = "end";

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <summary>Said again after so long without news, so that nobody on the way takes the line for dead.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    /// <summary>A browser that still listens then comes back by itself; one that is gone without a word is forgotten.</summary>
    private static readonly TimeSpan LongestStream = TimeSpan.FromMinutes(10);

    private readonly TimeProvider _time = time;
    private readonly SemaphoreSlim _asking = new(1);
    private (DateTimeOffset At, IReadOnlyList<RunProgress> Open) _known = (DateTimeOffset.MinValue, []);
    private int _listeners;

    /// <returns>Null where too many listen already.</returns>
    public Listener? Listen() => Interlocked.Increment(ref _listeners) <= MostListeners ? new Listener(this) : Leave();

    private Listener? Leave()
    {
        Interlocked.Decrement(ref _listeners);
        return null;
    }

    private async Task<IReadOnlyList<RunProgress>> OpenAsync(CancellationToken cancellation)
    {
        await _asking.WaitAsync(cancellation);
        try
        {
            var now = _time.GetUtcNow();
            if (now - _known.At < Pace && now >= _known.At) return _known.Open;
            var runs = await AskAsync(db => db.Runs.AsNoTracking().Where(run => run.FinishedAt == null).OrderBy(run => run.Id), cancellation);
            _known = (now, [.. runs.Select(run => RunProgress.Of(run, now))]);
            return _known.Open;
        }
        finally
        {
            _asking.Release();
        }
    }

    private async Task<IReadOnlyList<Run>> AskAsync(Func<TrackerDbContext, IQueryable<Run>> what, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await what(scope.ServiceProvider.GetRequiredService<TrackerDbContext>()).ToListAsync(cancellation);
    }

    /// <summary>One place among the listeners.</summary>
    public sealed class Listener(RunEvents events) : IDisposable
    {
        private bool _left;

        /// <param name="runId">Only this run; null for all that are going on.</param>
        public async IAsyncEnumerable<SseItem<IReadOnlyList<RunProgress>>> StreamAsync(string? runId, [EnumeratorCancellation] CancellationToken cancellation)
        {
            using var place = this;
            var (began, told) = (events._time.GetTimestamp(), events._time.GetTimestamp());
            IReadOnlyList<RunProgress> last = [];
            while (events._time.GetElapsedTime(began) < LongestStream)
            {
                if (await NowAsync(runId, cancellation) is not { } now) yield break;
                if (now.Count == 0)
                {
                    yield return new SseItem<IReadOnlyList<RunProgress>>(await FinalAsync(runId, last, cancellation), End);
                    yield break;
                }

                if (!now.SequenceEqual(last) || events._time.GetElapsedTime(told) > LongestSilence)
                {
                    (last, told) = (now, events._time.GetTimestamp());
                    yield return new SseItem<IReadOnlyList<RunProgress>>(now, Progress);
                }

                await Task.Delay(Pace, events._time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        /// <returns>Null once nobody listens any more, or the program is being stopped.</returns>
        private async Task<List<RunProgress>?> NowAsync(string? runId, CancellationToken cancellation)
        {
            try
            {
                return (await events.OpenAsync(cancellation)).Where(run => runId is null || run.Id == runId).ToList();
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return null;
            }
        }

        public void Dispose()
        {
            if (_left) return;
            _left = true;
            Interlocked.Decrement(ref events._listeners);
        }

        private async Task<IReadOnlyList<RunProgress>> FinalAsync(string? runId, IReadOnlyList<RunProgress> last, CancellationToken cancellation)
        {
            var ids = runId is null ? last.Select(run => run.Id).ToList() : [runId];
            var now = events._time.GetUtcNow();
            return [.. (await events.AskAsync(db => db.Runs.AsNoTracking().Where(run => ids.Contains(run.Id)), cancellation)).Select(run => RunProgress.Of(run, now))];
        }
    }
}
