using Tracker.Core.Pipeline.Extract.Clauses;
using Tracker.Core.Pipeline.Sections;

namespace Tracker.Core.Pipeline.Extract;

/// <summary>总述: the paragraphs of a part that stand between its heading and its first numbered part.</summary>
internal static class Preambles
{
    /// <returns>Places of such lines; a part without parts of its own has none.</returns>
    public static HashSet<int> Of(IReadOnlyList<SectionedLine> lines)
    {
        var found = new HashSet<int>();
        for (var start = 0; start < lines.Count;)
        {
            var end = start + 1;
            while (end < lines.Count && SamePart(lines[start], lines[end])) end++;
            var inner = start;
            while (inner < end && !OpensInnerPart(lines[inner])) inner++;
            if (inner < end)
                for (var i = start; i < inner; i++)
                    if (lines[i].HeadingLength == 0 && Numbering.LengthAt(lines[i].Line.Text, 0, lines[i].Line.Text.Length) == 0) found.Add(i);
            start = end;
        }

        return found;
    }

    private static bool SamePart(SectionedLine first, SectionedLine other) =>
        first.Path.Count > 0 && other.Path.Count > 0 && string.Equals(first.Path[0], other.Path[0], StringComparison.Ordinal);

    private static bool OpensInnerPart(SectionedLine line) => line.HeadingLength > 0 && line.Path.Count > 1;
}
