using System.Diagnostics.Tracing;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;

namespace Tracker.Tests;

/// <summary>Ends a test program that tries to reach another machine: whoever runs the tests, or Tracker without a second reader, sends nothing anywhere.</summary>
internal sealed class NoOutsideConnections : EventListener
{
    private static readonly string[] Here = ["localhost", "", Environment.MachineName];
    private static NoOutsideConnections? _watch;
    private static int _connections;

    /// <summary>Connections on this machine that were begun since the program started.</summary>
    public static int Connections => Volatile.Read(ref _connections);

#pragma warning disable CA2255 // A test assembly has no other place that runs before its first test.
    [ModuleInitializer]
    internal static void Watch() => _watch = new NoOutsideConnections();
#pragma warning restore CA2255

    /// <param name="address">As the runtime writes a socket's address: family, size and bytes.</param>
    internal static bool IsOnThisMachine(string address)
    {
        if (address.StartsWith("Unix", StringComparison.Ordinal)) return true;
        var brace = address.IndexOf('{', StringComparison.Ordinal);
        if (brace < 0) return false;
        byte[] bytes = [.. address[(brace + 1)..].TrimEnd('}').Split(',').Select(value => byte.Parse(value, CultureInfo.InvariantCulture))];
        return address.StartsWith("InterNetworkV6", StringComparison.Ordinal) ? bytes.Length >= 22 && IPAddress.IsLoopback(Unmapped(new IPAddress(bytes.AsSpan(6, 16))))
            : address.StartsWith("InterNetwork", StringComparison.Ordinal) && bytes.Length >= 6 && IPAddress.IsLoopback(new IPAddress(bytes.AsSpan(2, 4)));
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is "System.Net.Sockets" or "System.Net.NameResolution") EnableEvents(eventSource, EventLevel.Informational);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        var said = eventData.Payload is [string first, ..] ? first : "";
        if (eventData.EventName == "ConnectStart")
        {
            Interlocked.Increment(ref _connections);
            if (!IsOnThisMachine(said)) Environment.FailFast($"A test tried to connect to {said}: nothing may leave this machine.");
        }
        else if (eventData.EventName == "ResolutionStart" && !Here.Contains(said, StringComparer.OrdinalIgnoreCase) && !(IPAddress.TryParse(said, out var address) && IPAddress.IsLoopback(address)))
        {
            Environment.FailFast($"A test asked for the address of {said}: nothing may leave this machine.");
        }
    }

    /// <summary>For a program of ours that a test starts: it is watched like the test itself.</summary>
    internal static void Report()
    {
        if (Environment.GetEnvironmentVariable("TRACKER_COUNT_CONNECTIONS") == "1")
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Console.WriteLine($"connections {Connections.ToString(CultureInfo.InvariantCulture)}");
    }

    private static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
