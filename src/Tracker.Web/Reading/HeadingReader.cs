using Tracker.Core.Domain;

namespace Tracker.Web.Reading;

/// <summary>Finds how far a section's heading reaches in the source text, where it stands with soft breaks and marks of its own.</summary>
public static class HeadingReader
{
    private const string Markup = "#>*-＃ \t\u3000";
    private const string Closing = "*#。！：:”\"）)》 \u3000\r\n";

    /// <returns>The offset of the section's first character or, on the same line, of the marks of Markdown before it.</returns>
    public static int Start(string source, Section section)
    {
        var start = Math.Min(section.Span.Start, source.Length);
        var marks = start;
        while (marks > 0 && Markup.Contains(source[marks - 1]))
        {
            marks--;
        }

        return marks == 0 || source[marks - 1] is '\n' ? marks : start;
    }

    /// <returns>The offset after the heading's last character; the section's start where it has no heading that can be placed.</returns>
    public static int End(string source, Section section)
    {
        var (start, limit) = (Math.Min(section.Span.Start, source.Length), Math.Min(section.Span.End, source.Length));
        var position = start;
        foreach (var wanted in section.Heading.Where(IsLetter))
        {
            while (position < limit && !IsLetter(source[position]))
            {
                position++;
            }

            if (position == limit || source[position] != wanted)
            {
                return start;
            }

            position++;
        }

        // Closing punctuation and marks of the heading's own line belong to it; the text after it does not.
        while (position > start && position < limit && Closing.Contains(source[position]))
        {
            position++;
        }

        return position;
    }

    private static bool IsLetter(char character) => char.IsLetterOrDigit(character);
}
