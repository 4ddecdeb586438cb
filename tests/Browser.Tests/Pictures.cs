using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>The pictures in README: taken by the tests that walk through the pages, where <c>TRACKER_PICTURES</c> names a folder for them.</summary>
internal static class Pictures
{
    /// <param name="top">What the picture starts at; null for the page as it stands.</param>
    public static async Task ShowAsync(this IPage page, string? top, string name)
    {
        if (Environment.GetEnvironmentVariable("TRACKER_PICTURES") is not { Length: > 0 } folder || page.ViewportSize?.Width is not 1440) return;
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        if (top is not null) await page.EvaluateAsync("top => document.querySelector(top).scrollIntoView({ behavior: 'instant' })", top);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
        if (top is not null) await page.EvaluateAsync("scrollTo({ top: 0, behavior: 'instant' })");
    }
}
