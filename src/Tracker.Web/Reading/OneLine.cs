using System.Text;

namespace Tracker.Web.Reading;

/// <summary>Short quotations for lists, where the source's line breaks and the blanks of a scan would only disturb.</summary>
public static class OneLine
{
    /// <summary>Line breaks and the blanks around them go; blanks between two Chinese characters go too, and marks of Markdown that the quotation begins with.</summary>
    public static string Of(string quote)
    {
        quote = quote.TrimStart("#>* \t\r\n\u3000".ToCharArray());
        var line = new StringBuilder(quote.Length);
        for (var i = 0; i < quote.Length; i++)
        {
            if (!char.IsWhiteSpace(quote[i]))
            {
                line.Append(quote[i]);
                continue;
            }

            var next = i;
            while (next < quote.Length && char.IsWhiteSpace(quote[next]))
            {
                next++;
            }

            if (line.Length > 0 && next < quote.Length && char.IsAscii(line[^1]) && char.IsAscii(quote[next]))
            {
                line.Append(' ');
            }

            i = next - 1;
        }

        return line.ToString();
    }
}
