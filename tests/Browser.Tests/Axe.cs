using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>
/// The rules of axe, asked in the page itself. Its own binding for this browser opens another page for every answer and carries all that is right
/// across as well, which takes several times as long.
/// </summary>
internal static class Axe
{
    /// <summary>What the theme alone decides.</summary>
    public const string Contrast = "color-contrast";

    // A mail is shown in a frame that may run nothing, the rules included.
    private const string Ask = """
        rule => axe.run({ iframes: false, resultTypes: ["violations"], ...(rule ? { runOnly: { type: "rule", values: [rule] } } : {}) }).then(result => result.violations
            .filter(violation => ["serious", "critical"].includes(violation.impact))
            .map(violation => violation.id + ": " + violation.nodes.slice(0, 3).map(node => node.html).join(" | ")))
        """;

    private static readonly string Rules = new BundledAxeScriptProvider().GetScript();

    /// <summary>Nothing serious or critical.</summary>
    /// <param name="rule">The one rule to hold the page to; null for all.</param>
    public static async Task ShouldFindNothingAsync(IPage page, string? rule = null)
    {
        await page.WaitForLoadStateAsync();
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Rules);
        (await page.EvaluateAsync<string[]>(Ask, rule)).ShouldBeEmpty(page.Url);
    }
}
