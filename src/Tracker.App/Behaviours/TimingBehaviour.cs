using System.Diagnostics;
using System.Diagnostics.Metrics;
using MediatR;
using Microsoft.Extensions.Logging;

namespace Tracker.App.Behaviours;

/// <summary>Measures every use case, and names the slow ones in the log.</summary>
public sealed partial class TimingBehaviour<TRequest, TResponse>(TimeProvider time, ILogger<TimingBehaviour<TRequest, TResponse>> log)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);
    private static readonly string Name = typeof(TRequest).DeclaringType?.Name ?? typeof(TRequest).Name;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        using var traced = RequestMeter.Source.StartActivity(Name);
        var started = time.GetTimestamp();
        try
        {
            return await next();
        }
        finally
        {
            var elapsed = time.GetElapsedTime(started);
            RequestMeter.Duration.Record(elapsed.TotalMilliseconds, new TagList { { "request", Name } });
            if (elapsed > Slow)
            {
                LogSlow(Name, elapsed.TotalMilliseconds);
            }
        }
    }

    [LoggerMessage(1001, LogLevel.Information, "{Request} took {Milliseconds:F0} ms")]
    private partial void LogSlow(string request, double milliseconds);
}

internal static class RequestMeter
{
    public static readonly ActivitySource Source = new("Tracker");
    private static readonly Meter Meter = new("Tracker");

    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("tracker.request.duration", "ms", "Time that a use case took");
}
