using Tracker.Core.Comparing;
using Tracker.Core.Domain;

namespace Tracker.Web.Reading;

/// <summary>Two versions of a text as a page sets them side by side: what changed with a little of what stands around it.</summary>
public sealed record ComparedTexts(string Old, string New, IReadOnlyList<ComparedPassage> Passages)
{
    /// <summary>Passages shown before and after a change.</summary>
    private const int Around = 1;

    public int Changes => Passages.Count(passage => !passage.IsSame);

    /// <summary>Stretches of passages; one that is not shown is only counted.</summary>
    public IEnumerable<(bool IsShown, IReadOnlyList<ComparedPassage> Passages)> Stretches()
    {
        for (var start = 0; start < Passages.Count;)
        {
            var isShown = IsNearChange(start);
            var end = start + 1;
            while (end < Passages.Count && IsNearChange(end) == isShown) end++;
            yield return (isShown, [.. Passages.Skip(start).Take(end - start)]);
            start = end;
        }
    }

    public static IReadOnlyList<TextMark> Marks(IReadOnlyList<TextSpan> words, string css) => [.. words.Select(span => new TextMark(span, "", [], css, "", ""))];

    private bool IsNearChange(int index)
    {
        for (var i = Math.Max(0, index - Around); i <= Math.Min(Passages.Count - 1, index + Around); i++)
        {
            if (!Passages[i].IsSame) return true;
        }

        return false;
    }
}
