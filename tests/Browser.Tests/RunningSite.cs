using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>The running program with the reports that come with it, and a browser to look at it.</summary>
public sealed class RunningSite : IAsyncLifetime
{
    public const string BrowserPath = "/usr/bin/chromium";
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("tracker-browser-");
    private readonly Func<DirectoryInfo, Task> _prepare;
    private WebProgram? _program;

    public RunningSite()
        : this(PreparedData.CopyToAsync)
    {
    }

    /// <param name="prepare">Fills the data directory before the start.</param>
    internal RunningSite(Func<DirectoryInfo, Task> prepare) => _prepare = prepare;

    public string Address => _program!.Address;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>The link for the first administrator, as the program prints it.</summary>
    public Task<string> SetupLink => _program!.SetupLink;

    /// <summary>Where the program keeps its data, for what is done from the command line.</summary>
    public string DataDirectory => _data.FullName;

    public async Task InitializeAsync()
    {
        if (!File.Exists(BrowserPath)) return;
        await _prepare(_data);
        _program = await WebProgram.StartAsync(_data.FullName);
        Browser = await OneBrowser.GetAsync();
    }

    public async Task DisposeAsync()
    {
        if (_program is not null) await _program.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
