using Polly;
using Polly.Retry;

namespace Tracker.App.SecondReading;

/// <summary>How long to wait before a question is put again: as the server asks, else longer each time and never twice alike.</summary>
internal static class ReaderRetry
{
    /// <summary>A server that wants to be left alone for longer is left alone for this run.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    /// <param name="isOpen">Whether another attempt could change the outcome.</param>
    /// <param name="troubleOf">Null where the server answered.</param>
    /// <param name="onPause">Told of each pause before it begins.</param>
    public static ResiliencePipeline<T> Of<T>(
        ReaderSettings settings, TimeProvider time, Func<T, bool> isOpen, Func<T, ReaderServerException?> troubleOf, Func<TimeSpan, CancellationToken, Task>? onPause = null)
    {
        if (settings.Attempts == 1) return ResiliencePipeline<T>.Empty;
        return new ResiliencePipelineBuilder<T> { TimeProvider = time }.AddRetry(new RetryStrategyOptions<T>
        {
            MaxRetryAttempts = settings.Attempts - 1, Delay = TimeSpan.FromSeconds(settings.PauseSeconds), BackoffType = DelayBackoffType.Exponential, UseJitter = true,
            MaxDelay = LongestPause,
            OnRetry = async next => await (onPause?.Invoke(next.RetryDelay, next.Context.CancellationToken) ?? Task.CompletedTask),
            ShouldHandle = last => ValueTask.FromResult(last.Outcome.Result is { } outcome && isOpen(outcome) && !(troubleOf(outcome)?.RetryAfter > LongestPause)),
            DelayGenerator = last => ValueTask.FromResult(last.Outcome.Result is { } outcome ? PauseAfter(troubleOf(outcome)) : null),
        }).Build();
    }

    private static TimeSpan? PauseAfter(ReaderServerException? trouble) => trouble switch
    {
        { Trouble: ServerTrouble.UnknownForm } => TimeSpan.Zero,
        { RetryAfter: { } asked } => asked < TimeSpan.Zero ? TimeSpan.Zero : asked,
        _ => null,
    };
}
