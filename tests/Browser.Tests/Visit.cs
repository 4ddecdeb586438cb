using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>A reader with a window of one width, and everything that went wrong while they read.</summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>In milliseconds, for whatever a test waits for: a busy machine takes its time, and what never comes fails all the same.</summary>
    private const float Patience = 60_000;

    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];
    private readonly List<string> _foreign = [];

    static Visit() => Assertions.SetDefaultExpectTimeout(Patience);

    private Visit(IBrowserContext context, IPage page, string address)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") _errors.Add(message.Text); };
        page.PageError += (_, error) => _errors.Add(error);
        page.Request += (_, request) => { if (!request.Url.StartsWith(address + "/", StringComparison.Ordinal)) _foreign.Add(request.Url); };
    }

    public IPage Page { get; }

    public static async Task<Visit> StartAsync(RunningSite site, int width, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.Address, ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme,
            JavaScriptEnabled = scripts,
        });
        context.SetDefaultTimeout(Patience);
        return new Visit(context, await context.NewPageAsync(), site.Address);
    }

    /// <summary>Nothing in the console, nothing asked of another host, nothing wider than the window.</summary>
    public async Task ShouldBeCleanAsync()
    {
        await Page.WaitForLoadStateAsync();
        _errors.ShouldBeEmpty();
        _foreign.ShouldBeEmpty();
        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, Page.Url);
    }

    public Task ShouldBeAccessibleAsync() => Axe.ShouldFindNothingAsync(Page);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
