using Tracker.Core.Domain;

namespace Tracker.Core.SecondReading;

/// <summary>上下文: a span with the sentences around it, cut where it would become long.</summary>
public static class Surroundings
{
    private const string Ends = "。！？；\n";

    /// <param name="within">What is to be shown in any case, such as the sentence that holds the span; widened to whole sentences.</param>
    /// <param name="most">How many characters may be added on either side.</param>
    public static TextSpan Of(string text, TextSpan within, int most)
    {
        var (start, end) = (Math.Max(0, within.Start - most), Math.Min(text.Length, within.End + most));
        var before = text.AsSpan(start, within.Start - start).IndexOfAny(Ends);
        var after = text.AsSpan(within.End, end - within.End).LastIndexOfAny(Ends);

        // Inside a long sentence the words nearest to the span are shown, though they begin in the middle.
        return new TextSpan(before < 0 ? start : start + before + 1, after < 0 ? end : within.End + after + 1);
    }
}
