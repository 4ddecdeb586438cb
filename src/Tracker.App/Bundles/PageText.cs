using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Tracker.App.Bundles;

/// <summary>Writes the printable page: whatever is no mark-up of ours is escaped.</summary>
internal sealed class PageText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _html = new();

    /// <summary>A literal of this program, never anyone else's words.</summary>
    public PageText Markup(string html)
    {
        _html.Append(html);
        return this;
    }

    public PageText Words(string text)
    {
        _html.Append(Escaped(text));
        return this;
    }

    public PageText Element(string name, string text, string? css = null) =>
        Markup(css is null ? $"<{name}>" : $"<{name} class=\"{css}\">").Words(text).Markup($"</{name}>\n");

    public PageText Heading(string text) => Element("h2", text);

    public PageText Fact(string name, string? value, bool isCode = false)
    {
        if (string.IsNullOrEmpty(value)) return this;
        Markup("<dt>").Words(name).Markup("</dt><dd>").Markup(isCode ? "<code>" : "").Words(value);
        return Markup(isCode ? "</code></dd>\n" : "</dd>\n");
    }

    public PageText Head(params ReadOnlySpan<(string Heading, bool IsNumber)> columns)
    {
        Markup("<table><thead><tr>");
        foreach (var (heading, isNumber) in columns) Markup(isNumber ? "<th class=\"number\">" : "<th>").Words(heading).Markup("</th>");
        return Markup("</tr></thead><tbody>\n");
    }

    public PageText Cell(string text) => Markup("<td>").Words(text).Markup("</td>");

    public PageText Cell(double number, string format) =>
        Markup("<td class=\"number\">").Words(number.ToString(format, CultureInfo.InvariantCulture)).Markup("</td>");

    public override string ToString() => _html.ToString();

    /// <summary>What a page cannot hold is shown as the sign for it; marks that turn the writing direction would make words read otherwise than they stand.</summary>
    private static string Escaped(string text) => Encoder.Encode(string.Concat(text.Select(character => character switch
    {
        '\n' or '\t' => character,
        '\r' => '\n',
        < ' ' or '\u007f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') => '\ufffd',
        _ => character,
    })));
}
