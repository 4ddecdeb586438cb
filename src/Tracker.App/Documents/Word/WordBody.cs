using System.Text;
using System.Xml.Linq;
using Tracker.Core.Reading;

namespace Tracker.App.Documents.Word;

/// <summary>
/// The running text of a Word document: one paragraph a line, a table's row a line with tabs between its cells. What was deleted in a tracked
/// change, hidden text, field codes, notes, headers and footers are left out.
/// </summary>
internal sealed class WordBody(WordNumbering numbering)
{
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal)
    {
        "del", "moveFrom", "delText", "instrText", "delInstrText", "Fallback", "footnoteReference", "endnoteReference", "commentReference", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "sdtPr", "rt",
    };

    private readonly StringBuilder _text = new();
    private readonly List<int> _breaks = [];

    public (string Text, PageMap Pages) Read(XElement body)
    {
        Blocks(body);
        // Word marks where its last layout broke the pages; a document that it never laid out has no pages.
        return (_text.ToString(), _breaks.Count == 0 ? PageMap.None : new PageMap([0, .. _breaks.Select(at => Math.Min(at, _text.Length))]));
    }

    private void Blocks(XElement parent)
    {
        foreach (var block in parent.Elements())
        {
            var name = block.Name.LocalName;
            if (name == "p") Paragraph(block);
            else if (name == "tbl") Table(block);
            else if (!LeftOut.Contains(name)) Blocks(block);
        }
    }

    private void Paragraph(XElement paragraph)
    {
        var properties = Child(paragraph, "pPr");
        var start = _text.Length;
        var boxes = new List<XElement>();
        Inline(paragraph, boxes);
        if (_text.ToString(start, _text.Length - start).AsSpan().IsWhiteSpace()) _text.Length = start;
        // An empty item takes no number, as in Word's own print of text alone.
        if (_text.Length > start)
        {
            Number(start, numbering.Next(properties));
            // A paragraph whose mark was deleted runs into the next one.
            if (Child(Child(properties, "rPr"), "del") is null) _text.Append('\n');
        }

        foreach (var box in boxes) Blocks(box);
    }

    private void Number(int start, string number)
    {
        if (number.Length == 0 || _text.ToString(start, Math.Min(number.Length, _text.Length - start)) == number) return;
        _text.Insert(start, number);
        for (var i = 0; i < _breaks.Count; i++)
        {
            if (_breaks[i] > start) _breaks[i] += number.Length;
        }
    }

    private void Inline(XElement parent, List<XElement> boxes)
    {
        foreach (var child in parent.Elements())
        {
            var name = child.Name.LocalName;
            if (LeftOut.Contains(name) || (name == "r" && IsHidden(child))) continue;
            if (name == "t") _text.Append(child.Value.ReplaceLineEndings(" "));
            else if (name is "tab" or "ptab") _text.Append(' ');
            else if (name is "br" or "cr") _text.Append('\n');
            else if (name == "noBreakHyphen") _text.Append('-');
            else if (name == "lastRenderedPageBreak") _breaks.Add(_text.Length);
            else if (name == "txbxContent") boxes.Add(child);
            else Inline(child, boxes);
        }
    }

    private void Table(XElement table)
    {
        foreach (var row in table.Descendants().Where(element => element.Name.LocalName == "tr" && NearestTable(element) == table && !IsDeleted(element)))
        {
            var cells = row.Elements().Where(element => element.Name.LocalName == "tc").ToList();
            if (cells.Count == 1)
            {
                Blocks(cells[0]);
                continue;
            }

            var start = _text.Length;
            foreach (var cell in cells)
            {
                var from = _text.Length;
                Blocks(cell);
                while (_text.Length > from && _text[^1] == '\n') _text.Length--;
                _text.Replace('\n', ' ', from, _text.Length - from);
                _text.Append('\t');
            }

            while (_text.Length > start && _text[^1] == '\t') _text.Length--;
            if (_text.Length > start) _text.Append('\n');
        }
    }

    private static XElement? NearestTable(XElement element) => element.Ancestors().FirstOrDefault(ancestor => ancestor.Name.LocalName == "tbl");

    private static bool IsDeleted(XElement row) => Child(Child(row, "trPr"), "del") is not null;

    private static bool IsHidden(XElement run) => Child(Child(run, "rPr"), "vanish") is { } vanish
        && vanish.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "val")?.Value is not ("0" or "false" or "off");

    private static XElement? Child(XElement? parent, string name) => parent?.Elements().FirstOrDefault(element => element.Name.LocalName == name);
}
