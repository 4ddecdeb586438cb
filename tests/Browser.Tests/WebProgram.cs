using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Tracker.Browser.Tests;

/// <summary>The program as a user starts it: a process of its own on a free port of this machine, ready to be used.</summary>
internal sealed class WebProgram : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(120);
    private readonly TaskCompletionSource<string> _setupLink = new();
    private readonly Process _process;

    private WebProgram(string data)
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        _process = Process.Start(new ProcessStartInfo("dotnet", [Built.Path("TrackerWeb")])
        {
            WorkingDirectory = data,
            Environment = { ["ASPNETCORE_URLS"] = Address, ["Tracker__DataDirectory"] = data, ["DOTNET_STARTUP_HOOKS"] = typeof(WebProgram).Assembly.Location },
            RedirectStandardOutput = true,
        })!;
        _process.OutputDataReceived += (_, line) => NoteSetupLink(line.Data);
        _process.BeginOutputReadLine();
    }

    public string Address { get; }

    /// <summary>The link for the first administrator, as the program prints it.</summary>
    public Task<string> SetupLink => _setupLink.Task.WaitAsync(LongestStart);

    /// <param name="data">The data directory; the reports that come with the product are loaded where it has none yet.</param>
    public static async Task<WebProgram> StartAsync(string data)
    {
        var program = new WebProgram(data);
        await program.WaitUntilReadyAsync();
        return program;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task WaitUntilReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        using var limit = new CancellationTokenSource(LongestStart);
        while (true)
        {
            _process.HasExited.ShouldBeFalse("the program ended while starting");
            try
            {
                if ((await client.GetAsync("/readyz", limit.Token)).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100, limit.Token);
        }
    }

    private void NoteSetupLink(string? line)
    {
        if (line is not null && Regex.Match(line, @"https?://[^\s""]+/account/link/[\w-]+") is { Success: true } link)
            _setupLink.TrySetResult(link.Value);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
