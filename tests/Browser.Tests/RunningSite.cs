using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>The program as a user starts it, on a free port of this machine, and a browser to look at it.</summary>
public sealed class RunningSite : IAsyncLifetime
{
    public const string BrowserPath = "/usr/bin/chromium";
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private readonly string _data = Directory.CreateTempSubdirectory("tracker-browser-").FullName;
    private readonly TaskCompletionSource<string> _setupLink = new();
    private Process? _program;
    private IPlaywright? _playwright;

    public string Address { get; private set; } = "";

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>The link for the first administrator, as the program prints it.</summary>
    public Task<string> SetupLink => _setupLink.Task.WaitAsync(LongestStart);

    public async Task InitializeAsync()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        var assembly = typeof(RunningSite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(value => value.Key == "TrackerWeb").Value!;
        _program = Process.Start(new ProcessStartInfo("dotnet", [assembly])
        {
            WorkingDirectory = _data,
            Environment = { ["ASPNETCORE_URLS"] = Address, ["Tracker__DataDirectory"] = _data },
            RedirectStandardOutput = true,
        })!;
        _program.OutputDataReceived += (_, line) => NoteSetupLink(line.Data);
        _program.BeginOutputReadLine();
        await WaitUntilReadyAsync();
        if (File.Exists(BrowserPath))
        {
            _playwright = await Playwright.CreateAsync();
            Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = BrowserPath,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
            });
        }
    }

    public async Task DisposeAsync()
    {
        if (_playwright is not null)
        {
            await Browser.DisposeAsync();
            _playwright.Dispose();
        }

        if (_program is { HasExited: false })
        {
            _program.Kill(entireProcessTree: true);
            await _program.WaitForExitAsync();
        }

        Directory.Delete(_data, recursive: true);
    }

    private async Task WaitUntilReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        using var limit = new CancellationTokenSource(LongestStart);
        while (true)
        {
            _program!.HasExited.ShouldBeFalse("the program ended while starting");
            try
            {
                if ((await client.GetAsync("/readyz", limit.Token)).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(200, limit.Token);
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
