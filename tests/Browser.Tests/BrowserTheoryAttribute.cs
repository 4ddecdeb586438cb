namespace Tracker.Browser.Tests;

/// <summary>A test that needs a browser; where there is none it shows as skipped with the reason.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (!File.Exists(RunningSite.BrowserPath))
            Skip = $"No browser at {RunningSite.BrowserPath}: install the Debian package chromium.";
    }
}
