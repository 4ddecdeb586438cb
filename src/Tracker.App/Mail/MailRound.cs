using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App.Robots;
using Tracker.Data.Entities;

namespace Tracker.App.Mail;

/// <summary>One handing over of all mail that is due. Each domain and each robot has a lane of its own, so that a slow one holds up nobody else.</summary>
internal sealed class MailRound(MailSettings settings, IServiceScopeFactory scopes, TimeProvider time)
{
    private const int Lanes = 8;

    /// <summary>So many failures in a row, and a domain is left alone until the next time.</summary>
    private const int Patience = 2;

    /// <summary>So many failures in a row of the server itself, whoever the mail was for, and it counts as away.</summary>
    private const int ServerPatience = 10;

    /// <summary>Before a server that turned us away is asked again: it may only have had too many connections at once.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private readonly MailTally _tally = new();
    private readonly Pace _pace = new(settings.PerMinute, time);

    /// <summary>Domains that failed too often: they are asked no more in this round.</summary>
    private readonly ConcurrentDictionary<string, bool> _leftAlone = new(StringComparer.Ordinal);
    private int _serverFailures;
    private bool _isAnswered;
    private bool _isAway;
    private MailServerException? _lastFailure;

    /// <param name="unknown">What was found out to be unknown before it began.</param>
    public SendMail.Result Total(int unknown) => _tally.Total(unknown);

    /// <summary>Ends when the slowest domain among these is done or left alone.</summary>
    /// <exception cref="MailServerException">The server cannot be used; what was due stays due. What does not need it went out.</exception>
    public async Task SendAsync(IReadOnlyList<(string Id, string Domain)> due, CancellationToken cancellation)
    {
        var lanes = due.GroupBy(mail => mail.Domain, StringComparer.Ordinal).ToLookup(lane => lane.Key.StartsWith(Robot.KeyStart, StringComparison.Ordinal));
        var options = new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = cancellation };
        await Task.WhenAll(
            Parallel.ForEachAsync(lanes[false], options, (lane, token) => SendAsync(lane.Key, [.. lane.Select(mail => mail.Id)], _pace, isMail: true, token)),
            Parallel.ForEachAsync(lanes[true], options, (lane, token) => SendAsync(lane.Key, [.. lane.Select(mail => mail.Id)], new Pace(RobotSettings.PerMinute, time), isMail: false, token)));
        if (_lastFailure is { } failure && (_isAway || !_isAnswered)) throw failure;
    }

    private async ValueTask SendAsync(string domain, IReadOnlyList<string> ids, Pace pace, bool isMail, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var lane = scope.ServiceProvider.GetRequiredService<MailLane>();
        var failures = 0;
        for (var i = 0; i < ids.Count; i++)
        {
            if (failures >= Patience) _leftAlone.TryAdd(domain, true);
            if (_leftAlone.ContainsKey(domain) || (isMail && Volatile.Read(ref _isAway)))
            {
                _tally.Leave(ids.Count - i);
                return;
            }

            await pace.WaitAsync(cancellation);
            var begun = time.GetTimestamp();
            try
            {
                var outcome = await lane.SendAsync(ids[i], cancellation);
                _tally.Count(outcome);
                if (isMail && outcome is not null) (_isAnswered, _serverFailures) = (true, 0);

                // Who takes mail, but slowly, would keep others waiting in the end.
                failures = outcome == HandOverOutcome.TryLater || time.GetElapsedTime(begun) > settings.Timeout / 3 ? failures + 1 : 0;
            }
            catch (MailServerException failure)
            {
                _lastFailure = failure;
                if (Interlocked.Increment(ref _serverFailures) >= ServerPatience || !failure.IsPassing) Volatile.Write(ref _isAway, true);
                _tally.Leave(1);
                failures++;
                if (!Volatile.Read(ref _isAway)) await Task.Delay(Breath, time, cancellation);
            }
        }
    }
}
