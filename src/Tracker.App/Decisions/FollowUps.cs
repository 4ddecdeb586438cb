using System.Threading.Channels;

namespace Tracker.App.Decisions;

/// <summary>
/// Pairs in which people changed which commitments there are: what they made is yet to be judged, and what is promised again to be found anew.
/// Whoever acts does not wait for that; the rows say it too, so that nothing is forgotten by a program that ends.
/// </summary>
public sealed class FollowUps
{
    private readonly Channel<string> _pairs = Channel.CreateUnbounded<string>();

    public void Ask(string pairId) => _pairs.Writer.TryWrite(pairId);

    /// <summary>Waits for more until cancelled.</summary>
    public IAsyncEnumerable<string> ReadAsync(CancellationToken cancellation) => _pairs.Reader.ReadAllAsync(cancellation);
}
