using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Extract;
using Tracker.Core.Pipeline.Normalise;
using Tracker.Core.Pipeline.Sections;

namespace Tracker.Core.Tests.Extract;

/// <summary>
/// A short text whose sections are given, so that extraction is tested by itself: <c># </c> and <c>## </c> open headings, <c>- </c> a bullet,
/// the rest is body; « and » mark what is expected and are not part of the text.
/// </summary>
internal sealed record ReportText(SectionedText Sectioned, IReadOnlyList<string> Marked, IReadOnlyList<TextSpan> Marks)
{
    private const int BodyLevel = 9;

    public static ReportText Of(string marked, SectionKind kind)
    {
        var (source, marks) = Unmark(marked);
        var lines = new List<SectionedLine>();
        var start = 0;
        IReadOnlyList<string> path = [];
        foreach (var raw in source.Split('\n'))
        {
            var markup = Array.Find(["##", "#", "-"], mark => raw.StartsWith(mark + " ", StringComparison.Ordinal)) ?? "";
            var skip = markup.Length == 0 ? 0 : markup.Length + 1;
            var text = raw[skip..];
            var line = new NormalisedLine(text, [.. Enumerable.Range(start + skip, text.Length)], markup, new HashSet<int>());
            var level = markup is "#" or "##" ? markup.Length : 0;
            if (level > 0) path = [.. path.Take(level - 1), text];
            lines.Add(new SectionedLine(line, kind, null, path, level > 0 ? text.Length : 0, level > 0 ? level : BodyLevel));
            start += raw.Length + 1;
        }

        var normalised = new NormalisedText(source, [.. lines.Select(line => line.Line)], []);
        var sectioned = new SectionedText(normalised, new ReportMetadata("", "", "", null, null, null, ""), [], lines, []);
        return new ReportText(sectioned, [.. marks.Select(mark => mark.Of(source))], marks);
    }

    public ExtractedReport Extract() => Extractor.Extract(Sectioned);

    private static (string Source, List<TextSpan> Marks) Unmark(string marked)
    {
        var source = new System.Text.StringBuilder();
        var marks = new List<TextSpan>();
        var open = 0;
        foreach (var character in marked)
        {
            if (character == '«') open = source.Length;
            else if (character == '»') marks.Add(new TextSpan(open, source.Length));
            else source.Append(character);
        }

        return (source.ToString(), marks);
    }
}
