using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Tracker.Browser.Tests;

/// <summary>The program as a user starts it: a process of its own on a free port of this machine, ready to be used.</summary>
internal sealed partial class WebProgram : IAsyncDisposable
{
    /// <summary>A first start reads and scores five reports, and others may be at work on the machine.</summary>
    public static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(5);

    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _setupLink = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private WebProgram(string data)
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", [Built.Path("TrackerWeb")])
        {
            WorkingDirectory = data,
            Environment = { ["ASPNETCORE_URLS"] = "http://127.0.0.1:0", ["Tracker__DataDirectory"] = data, ["DOTNET_TieredPGO"] = "0", ["DOTNET_STARTUP_HOOKS"] = typeof(WebProgram).Assembly.Location },
            RedirectStandardOutput = true,
        })!;
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
    }

    /// <summary>With the port that the program found free.</summary>
    public string Address { get; private set; } = "";

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
        using var limit = new CancellationTokenSource(LongestStart);
        Address = await _address.Task.WaitAsync(limit.Token);
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        while (!(await client.GetAsync("/readyz", limit.Token)).IsSuccessStatusCode) await Task.Delay(100, limit.Token);
    }

    /// <param name="line">Null at the end of its output.</param>
    private void Note(string? line)
    {
        if (line is null) _address.TrySetException(new InvalidOperationException("the program ended while starting"));
        else if (Listening().Match(line) is { Success: true } listening) _address.TrySetResult(listening.Groups[1].Value);
        else if (Link().Match(line) is { Success: true } link) _setupLink.TrySetResult(link.Value);
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();

    [GeneratedRegex(@"https?://[^\s""]+/account/link/[\w-]+")]
    private static partial Regex Link();
}
