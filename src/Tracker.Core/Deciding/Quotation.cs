using Tracker.Core.Domain;

namespace Tracker.Core.Deciding;

/// <summary>Finds the passage that a person quotes by its words, as selected on a page or typed in.</summary>
public static class Quotation
{
    /// <param name="quote">The words; blanks, soft breaks and half-width punctuation do not matter.</param>
    /// <param name="before">Words that stand right before it, to tell like places apart; may be empty.</param>
    /// <param name="after">Words that stand right after it; may be empty.</param>
    /// <returns>All places that fit, in the text's order: none or several mean that the quotation does not say which passage is meant.</returns>
    public static IReadOnlyList<TextSpan> Find(AnchorText text, string quote, string before = "", string after = "")
    {
        var words = Spelled(quote);
        if (words.Length == 0) return [];
        var (prefix, suffix) = (Spelled(before), Spelled(after));
        var places = text.Occurrences(words).Select(range => (Start: range.Start.Value, End: range.End.Value)).ToList();
        var fitting = places.Where(place => Ends(text.Before(place.Start), prefix) && Starts(text.After(place.End), suffix)).ToList();
        return [.. (fitting.Count > 0 ? fitting : places).Select(place => text.SourceSpan(place.Start, place.End))];
    }

    private static string Spelled(string words) => AnchorText.Of(words, []).Text.Trim('\n');

    private static bool Ends(string context, string prefix) => Same(context, prefix, Math.Min(context.Length, prefix.Length), fromEnd: true);

    private static bool Starts(string context, string suffix) => Same(context, suffix, Math.Min(context.Length, suffix.Length), fromEnd: false);

    private static bool Same(string context, string given, int length, bool fromEnd) => fromEnd
        ? context.AsSpan(context.Length - length).SequenceEqual(given.AsSpan(given.Length - length))
        : context.AsSpan(0, length).SequenceEqual(given.AsSpan(0, length));
}
