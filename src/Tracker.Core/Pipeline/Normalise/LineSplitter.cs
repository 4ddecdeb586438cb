namespace Tracker.Core.Pipeline.Normalise;

/// <summary>Step: the source's lines, whichever way they end. Lines without a visible character only count as distance.</summary>
internal static class LineSplitter
{
    public static void Split(Draft draft)
    {
        var source = draft.Source;
        var empty = 0;
        for (var start = 0; start < source.Length;)
        {
            var length = source.AsSpan(start).IndexOfAny("\r\n\f\v\u0085\u2028\u2029");
            var end = length < 0 ? source.Length : start + length;
            var first = start;
            while (first < end && (Characters.IsBlank(source[first]) || Characters.IsInvisible(source[first]))) first++;
            if (first == end)
            {
                empty++;
            }
            else
            {
                var line = new DraftLine { EmptyLinesBefore = empty, Indented = first - start >= 2 };
                for (var i = first; i < end; i++) line.Add(source[i], i);
                draft.Lines.Add(line);
                empty = 0;
            }

            start = end + (end + 1 < source.Length && source[end] == '\r' && source[end + 1] == '\n' ? 2 : 1);
        }
    }
}
