namespace Tracker.Core.Pipeline.Score;

/// <summary>
/// 引号: a report's words set in quotation marks. Marks inside marks alternate, “…‘…’…”, whatever level they had in the report, and
/// what a cut leaves open is closed.
/// </summary>
public static class Quotation
{
    private const char Ellipsis = '…';

    /// <param name="longest">Characters after which the words are cut, blanks not counted.</param>
    /// <param name="keepBlanks">Where the words are not a report's alone: blanks stay as they are.</param>
    public static string Of(string words, int longest = int.MaxValue, bool keepBlanks = false)
    {
        var text = new System.Text.StringBuilder("“");
        var (depth, count) = (0, 0);
        foreach (var rune in words.EnumerateRunes())
        {
            if (System.Text.Rune.IsWhiteSpace(rune))
            {
                if (keepBlanks) text.Append(rune.ToString());
                continue;
            }

            if (count >= longest)
            {
                text.Append(Ellipsis);
                break;
            }

            count += rune.Utf16SequenceLength;
            if (rune.Value is '“' or '‘') text.Append(depth++ % 2 == 0 ? '‘' : '“');
            else if (rune.Value is '”' or '’') Close();
            else text.Append(rune.ToString());
        }

        while (depth > 0) Close();
        return text.Append('”').ToString();

        // A mark that closes nothing is the report's slip; inside a quotation it would close ours.
        void Close()
        {
            if (depth > 0) text.Append(--depth % 2 == 0 ? '’' : '”');
        }
    }
}
