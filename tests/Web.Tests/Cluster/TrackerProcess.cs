using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Tracker.Data;

namespace Tracker.Web.Tests.Cluster;

/// <summary>Tracker as a process of its own, which can be killed as a machine that loses its power is.</summary>
internal sealed partial class TrackerProcess : IDisposable
{
    /// <summary>For whatever such a process does in these tests, on a machine on which others are at work too.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private volatile int _done;

    private TrackerProcess(string program, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        (string Name, string Value)[] quick = [("Tracker__Runs__LeaseSeconds", "3"), ("Tracker__Runs__PollSeconds", "0.2"), ("DOTNET_TieredPGO", "0"), ("DOTNET_gcServer", "0"), ("DOTNET_STARTUP_HOOKS", typeof(TrackerProcess).Assembly.Location)];
        foreach (var (name, value) in quick.Concat(settings)) start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Pairs that were finished when it last said so.</summary>
    public int Done => _done;

    public bool HasEnded => _process.HasExited;

    public int Id => _process.Id;

    /// <summary>Processor time that it has used up so far, on all cores together.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public List<string> Lines { get; } = [];

    public static TrackerProcess Command(DatabaseSettings database, params string[] arguments) => new("tracker.dll", [.. arguments, "--data", database.DataDirectory], []);

    public static TrackerProcess Command(DatabaseSettings database, IEnumerable<(string Name, string Value)> settings, params string[] arguments) =>
        new("tracker.dll", [.. arguments, "--data", database.DataDirectory], settings);

    /// <summary>One that serves no pages and only works.</summary>
    public static TrackerProcess Worker(DatabaseSettings database, string? connection = null) => new("Tracker.Web.dll", ["--urls", "http://127.0.0.1:0"],
    [
        ("Tracker__Roles", "jobs"), ("Tracker__Database__Provider", database.Provider.ToString()), ("ConnectionStrings__Tracker", connection ?? database.ConnectionString),
        ("Tracker__DataDirectory", database.DataDirectory), ("Tracker__SeedsDirectory", Path.Combine(database.DataDirectory, "no-seeds")), ("Logging__LogLevel__Default", "Warning"),
    ]);

    /// <summary>Waits until it has ended and all that it said was read.</summary>
    /// <returns>Its exit status.</returns>
    public async Task<int> EndAsync()
    {
        using var late = new CancellationTokenSource(Longest);
        await _process.WaitForExitAsync(late.Token);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: it can neither say goodbye nor finish anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private void Note(string? line)
    {
        if (line is null) return;
        lock (Lines) Lines.Add(line);
        if (Progress().Match(line) is { Success: true } progress) _done = int.Parse(progress.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^\[(\d+)/\d+\]")]
    private static partial Regex Progress();
}
