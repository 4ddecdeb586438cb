namespace Tracker.Core.Pipeline;

/// <summary>Parts of the method that a result can rest on.</summary>
[Flags]
public enum MethodParts
{
    None = 0,

    /// <summary>Stages 1 to 3: what a report says, whatever it is held against.</summary>
    Read = 1,

    /// <summary>Stages 4 and 5: how a plan is held against a review.</summary>
    Judge = 2,

    /// <summary>Stage 6: how a plan is held against the next plan.</summary>
    Renew = 4,

    All = Read | Judge | Renew,
}

/// <summary>What each version of the method changed, so that only results that can come out differently are made anew.</summary>
public sealed class MethodHistory(params IReadOnlyList<MethodHistory.Step> steps)
{
    /// <param name="After">The version before it.</param>
    /// <param name="Changed">The parts whose rules, words, weights or code changed.</param>
    public sealed record Step(string Version, string After, MethodParts Changed);

    /// <summary>A version that stands here without a step is taken to have changed everything.</summary>
    public static MethodHistory Known { get; } = new(
        new Step("1.9.0", "1.8.0", MethodParts.Read | MethodParts.Judge), new Step("1.8.0", "1.7.0", MethodParts.Judge),
        new Step("1.7.0", "1.6.0", MethodParts.Judge | MethodParts.Renew), new Step("1.6.0", "1.5.0", MethodParts.Judge),
        new Step("1.5.0", "1.4.0", MethodParts.All), new Step("1.4.0", "1.3.0", MethodParts.All),
        new Step("1.3.0", "1.2.0", MethodParts.Read | MethodParts.Judge),
        new Step("1.2.0", "1.1.0", MethodParts.Read | MethodParts.Judge), new Step("1.1.0", "1.0.0", MethodParts.All));

    /// <summary>Whether the method as it is now may give another result.</summary>
    /// <param name="madeWith">The version that gave the result.</param>
    /// <param name="restsOn">What the result comes from.</param>
    public bool Affects(string madeWith, MethodParts restsOn)
    {
        for (var version = MethodVersion.Current; version != madeWith;)
        {
            var step = steps.FirstOrDefault(known => known.Version == version);
            if (step is null || (step.Changed & restsOn) != MethodParts.None) return true;
            version = step.After;
        }

        return false;
    }
}
