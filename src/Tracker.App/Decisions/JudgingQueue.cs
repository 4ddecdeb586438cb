using System.Threading.Channels;

namespace Tracker.App.Decisions;

/// <summary>Pairs in which people made commitments that the method has yet to judge. Whoever makes one does not wait for that.</summary>
public sealed class JudgingQueue
{
    private readonly Channel<string> _pairs = Channel.CreateUnbounded<string>();

    public void Ask(string pairId) => _pairs.Writer.TryWrite(pairId);

    /// <summary>Waits for more until cancelled.</summary>
    public IAsyncEnumerable<string> ReadAsync(CancellationToken cancellation) => _pairs.Reader.ReadAllAsync(cancellation);
}
