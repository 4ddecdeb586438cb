using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Normalise;

/// <summary>The text on its way through the steps.</summary>
internal sealed class Draft(string source)
{
    private const int MostOfOneCode = 100;
    private readonly Dictionary<string, int> reported = new(StringComparer.Ordinal);

    public string Source { get; } = source;

    public List<DraftLine> Lines { get; set; } = [];

    public List<Issue> Issues { get; } = [];

    /// <summary>Lists an issue; of one code only so many, so that a damaged file does not drown the rest.</summary>
    public void Report(string code, IssueSeverity severity, int start, int end, string message)
    {
        var count = reported[code] = reported.GetValueOrDefault(code) + 1;
        if (count <= MostOfOneCode) Issues.Add(new Issue(code, severity, new TextSpan(start, end), message));
    }

    public NormalisedText ToText()
    {
        var lines = Lines.Where(line => line.Count > 0).Select(line => line.ToLine()).ToList();
        var issues = Issues.OrderBy(issue => issue.Span).ThenBy(issue => issue.Code, StringComparer.Ordinal).ToList();
        return new NormalisedText(Source, lines, issues);
    }
}

/// <summary>A line on its way through the steps: characters, each with its offset in the source.</summary>
internal sealed class DraftLine
{
    private readonly List<char> characters = [];
    private readonly List<int> offsets = [];
    private readonly SortedSet<int> gaps = [];

    public int Count => characters.Count;

    public char this[int index]
    {
        get => characters[index];
        set => characters[index] = value;
    }

    public char Last => characters[^1];

    /// <summary>The character at an index, or U+0000 outside the line.</summary>
    public char At(int index) => index >= 0 && index < characters.Count ? characters[index] : '\0';

    public int Offset(int index) => offsets[index];

    /// <summary>Empty lines before this one in the source.</summary>
    public int EmptyLinesBefore { get; set; }

    /// <summary>Whether the source indents the line, as the genre does with a paragraph's first line.</summary>
    public bool Indented { get; set; }

    /// <inheritdoc cref="NormalisedLine.Markup"/>
    public string Markup { get; set; } = "";

    /// <inheritdoc cref="NormalisedLine.Aside"/>
    public bool Aside { get; set; }

    public void Add(char character, int offset)
    {
        characters.Add(character);
        offsets.Add(offset);
    }

    /// <summary>Notes that something was dropped before the next character.</summary>
    public void AddGap()
    {
        if (characters.Count > 0) gaps.Add(characters.Count);
    }

    /// <summary>Appends the characters <c>[start, end)</c> of another line that follows this one in the source, with its gaps.</summary>
    public void Append(DraftLine other, int start, int end)
    {
        var shift = characters.Count - start;
        for (var i = start; i < end; i++) Add(other.characters[i], other.offsets[i]);
        foreach (var gap in other.gaps.GetViewBetween(start + 1, Math.Max(start + 1, end - 1))) gaps.Add(gap + shift);
    }

    /// <summary>The characters <c>[start, end)</c> as a line of their own.</summary>
    public DraftLine Slice(int start, int end)
    {
        var slice = new DraftLine
        {
            EmptyLinesBefore = start == 0 ? EmptyLinesBefore : 0, Indented = start > 0 || Indented, Markup = start == 0 ? Markup : "", Aside = Aside,
        };
        slice.Append(this, start, end);
        return slice;
    }

    /// <summary>The same line without its characters: a step that drops some adds the others again.</summary>
    public DraftLine Emptied() => new() { EmptyLinesBefore = EmptyLinesBefore, Indented = Indented, Markup = Markup, Aside = Aside };

    public bool HasGapAt(int index) => gaps.Contains(index);

    public string Text(int start, int end) => new(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(characters)[start..end]);

    public NormalisedLine ToLine() =>
        new(Text(0, Count), [.. offsets], Markup, new HashSet<int>(gaps.Where(gap => gap < Count)), Aside);
}
