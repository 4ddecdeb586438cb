namespace Tracker.App.Mail;

/// <summary>Lets so many through a minute, evenly.</summary>
internal sealed class Pace(int perMinute, TimeProvider time)
{
    private readonly TimeSpan _step = TimeSpan.FromMinutes(1) / perMinute;
    private readonly long _start = time.GetTimestamp();
    private readonly Lock _turn = new();
    private TimeSpan _next;

    public Task WaitAsync(CancellationToken cancellation)
    {
        TimeSpan wait;
        lock (_turn)
        {
            var now = time.GetElapsedTime(_start);
            wait = _next - now;
            _next = (wait > TimeSpan.Zero ? _next : now) + _step;
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellation) : Task.CompletedTask;
    }
}
