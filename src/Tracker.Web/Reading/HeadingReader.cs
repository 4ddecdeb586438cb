using Tracker.Core.Domain;

namespace Tracker.Web.Reading;

/// <summary>Finds how far a section's heading reaches in the source text, where it stands with soft breaks and marks of its own.</summary>
public static class HeadingReader
{
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
        while (position > start && position < limit && source[position] is '*' or '#' or ' ' or '\u3000' or '\n' or '\r' or '。' or '”' or '）')
        {
            position++;
        }

        return position;
    }

    private static bool IsLetter(char character) => char.IsLetterOrDigit(character);
}
