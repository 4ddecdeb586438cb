namespace Tracker.Core.Pipeline.Normalise;

/// <summary>
/// Step: a document that came as one line is cut where a sentence ends and a heading begins: 一、…, （一）…, 2024年工作安排, 各位代表, 我们也清醒地看到.
/// </summary>
internal static class RunOnCutter
{
    private const int LongLine = 600;
    private const string Before = "。！？；：”…";

    public static void Cut(Draft draft)
    {
        var lines = new List<DraftLine>();
        foreach (var line in draft.Lines)
        {
            var start = 0;
            for (var i = 1; line.Count >= LongLine && i < line.Count; i++)
            {
                if (!Before.Contains(line[i - 1], StringComparison.Ordinal) || !OpensHeading(line, i)) continue;
                lines.Add(line.Slice(start, i));
                start = i;
            }

            lines.Add(start == 0 ? line : line.Slice(start, line.Count));
        }

        draft.Lines = lines;
    }

    private static bool OpensHeading(DraftLine line, int index)
    {
        var text = line.Text(index, Math.Min(line.Count, index + 24));
        if (line[index - 1] is '。' or '！' && (HeadingPhrase.YearHeadingLength(text) > 0 || IsAddress(text) || TurnsToShortcomings(text))) return true;
        var number = HeadingNumber.Read(text, i => line.HasGapAt(index + i));
        return number.Style switch
        {
            NumberStyle.Chapter => text[number.Length - 1] == '、' && OpensWord(line.At(index + number.Length)) && OpensWord(line.At(index + number.Length + 1)),
            NumberStyle.Parenthesised => line[index - 1] != '：' || line.HasGapAt(index),
            _ => false,
        };
    }

    /// <summary>同时，我们也清醒地看到: where a report of one line turns from what was done to what was not.</summary>
    private static bool TurnsToShortcomings(string text) =>
        text.IndexOf("我们也清醒", StringComparison.Ordinal) is var at and >= 0 && !text.AsSpan(0, at).ContainsAny("。！");

    private static bool OpensWord(char c) => Characters.IsIdeograph(c) || char.IsAsciiLetterOrDigit(c) || c == '“';

    private static bool IsAddress(string text) =>
        text.StartsWith("各位代表", StringComparison.Ordinal) || text.StartsWith("各位委员", StringComparison.Ordinal);
}
