using System.Net;
using System.Net.Sockets;

namespace Tracker.Web.Tests.Digest;

/// <summary>A port of this machine at which nobody answers, and which nobody else can get meanwhile.</summary>
internal sealed class ClosedPort : IDisposable
{
    private readonly Socket _bound = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <param name="number">0 for any that is free.</param>
    public ClosedPort(int number = 0) => _bound.Bind(new IPEndPoint(IPAddress.Loopback, number));

    public int Number => ((IPEndPoint)_bound.LocalEndPoint!).Port;

    public void Dispose() => _bound.Dispose();
}
