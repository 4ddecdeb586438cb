using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>The browser of a test run, started once: what a visit leaves behind, its cookies and what it fetched, goes with the visit.</summary>
internal static class OneBrowser
{
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(30);
    private static readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> Pair = new(StartAsync);

    static OneBrowser() => AppDomain.CurrentDomain.ProcessExit += (_, _) => End();

    public static async Task<IBrowser> GetAsync() => (await Pair.Value).Browser;

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = RunningSite.BrowserPath, Timeout = (float)WebProgram.LongestStart.TotalMilliseconds,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        }));
    }

    private static void End()
    {
        if (Pair is not { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } started }) return;
        started.Result.Browser.CloseAsync().Wait(LongestGoodbye);
        started.Result.Driver.Dispose();
    }
}
