namespace Tracker.Core.Pipeline.Normalise;

/// <summary>
/// 规范化, stage 1. Brings a text into one spelling, paragraph by paragraph, and keeps the exact way back to the source's offsets.
/// Every input is accepted; what is odd about it is listed as an issue. Work grows linearly with the length of the text.
/// </summary>
public static class Normaliser
{
    /// <summary>The steps in the order in which they run. Each sees what the steps before it left.</summary>
    private static readonly (string Name, Action<Draft> Apply)[] Steps =
    [
        ("split-lines", LineSplitter.Split),
        ("cut-at-indents", IndentCutter.Cut),
        ("drop-page-numbers", PageNumbers.Drop),
        ("strip-markup", MarkupStripper.Strip),
        ("drop-blanks", Blanks.Drop),
        ("drop-page-references", PageReferences.Drop),
        ("fold-characters", CharacterFolding.Fold),
        ("widen-punctuation", Punctuation.Widen),
        ("set-aside-captions", Captions.SetAside),
        ("join-soft-breaks", LineJoiner.Join),
        ("cut-run-on-text", RunOnCutter.Cut),
        ("pair-quotes", Quotes.Pair),
        ("report-odd-text", OddText.Report),
    ];

    public static IReadOnlyList<string> StepNames { get; } = [.. Steps.Select(step => step.Name)];

    /// <param name="source">The text as decoded, byte order mark excluded; may be empty.</param>
    public static NormalisedText Normalise(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new Draft(source);
        foreach (var (_, apply) in Steps) apply(draft);
        return draft.ToText();
    }
}
