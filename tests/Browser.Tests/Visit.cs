using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>A reader with a window of one width, and everything that went wrong while they read.</summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>What the theme alone decides.</summary>
    public const string Contrast = "color-contrast";

    private static readonly string[] Grave = ["serious", "critical"];

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

    public Task ShouldBeAccessibleAsync() => ShouldBeAccessibleAsync(Page);

    /// <param name="rule">The one rule to hold it to; null for all.</param>
    public static async Task ShouldBeAccessibleAsync(IPage page, string? rule = null)
    {
        await page.WaitForLoadStateAsync();

        // A mail is shown in a frame that may run nothing, the rules included.
        var options = new AxeRunOptions { Iframes = false, ResultTypes = [ResultType.Violations], RunOnly = rule is null ? null : new RunOnlyOptions { Type = "rule", Values = [rule] } };
        var result = await page.RunAxe(options);
        result.Violations.Where(violation => Grave.Contains(violation.Impact))
            .Select(violation => $"{page.Url}: {violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}").ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
