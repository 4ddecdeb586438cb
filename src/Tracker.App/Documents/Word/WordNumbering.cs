using System.Globalization;
using System.Xml.Linq;

namespace Tracker.App.Documents.Word;

/// <summary>自动编号: gives each paragraph the number that Word shows before it and keeps out of its text.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;
    private const int MostChain = 20;

    private readonly Dictionary<string, Dictionary<int, Level>> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _listOf = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Number, int Level), int> _restarts = [];
    private readonly Dictionary<string, (string? Number, int Level, string? BasedOn)> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _counters = new(StringComparer.Ordinal);
    private readonly HashSet<string> _restarted = new(StringComparer.Ordinal);

    private sealed record Level(int Start, string Format, string Text);

    public WordNumbering(XElement? numbering, XElement? styles)
    {
        foreach (var list in Named(numbering, "abstractNum"))
        {
            _lists[Attribute(list, "abstractNumId")] = Named(list, "lvl").GroupBy(level => Number(Attribute(level, "ilvl"), 0)).ToDictionary(
                group => group.Key,
                group => new Level(Number(Value(group.First(), "start"), 0), Value(group.First(), "numFmt") ?? "decimal", Value(group.First(), "lvlText") ?? ""));
        }

        foreach (var number in Named(numbering, "num"))
        {
            var id = Attribute(number, "numId");
            _listOf[id] = Value(number, "abstractNumId") ?? "";
            foreach (var over in Named(number, "lvlOverride"))
            {
                if (Value(over, "startOverride") is { } start) _restarts[(id, Number(Attribute(over, "ilvl"), 0))] = Number(start, 1);
            }
        }

        foreach (var style in Named(styles, "style"))
        {
            var properties = Child(Child(style, "pPr"), "numPr");
            _styles[Attribute(style, "styleId")] = (Value(properties, "numId"), Number(Value(properties, "ilvl"), 0), Value(style, "basedOn"));
        }
    }

    /// <param name="properties">The paragraph's; null where it has none.</param>
    /// <returns>Empty where the paragraph is no list item, or its mark is a bullet.</returns>
    public string Next(XElement? properties)
    {
        if (ItemOf(properties) is not { } item || !_listOf.TryGetValue(item.Number, out var list) || !_lists.TryGetValue(list, out var levels)
            || !levels.TryGetValue(item.Level, out var level)) return "";
        if (!_counters.TryGetValue(list, out var counters)) _counters[list] = counters = [.. Enumerable.Range(0, Levels).Select(i => Before(levels, i))];
        if (_restarted.Add(item.Number))
        {
            foreach (var restart in _restarts.Where(entry => entry.Key.Number == item.Number && entry.Key.Level is >= 0 and < Levels)) counters[restart.Key.Level] = restart.Value - 1;
        }

        counters[item.Level]++;
        for (var deeper = item.Level + 1; deeper < Levels; deeper++) counters[deeper] = Before(levels, deeper);
        if (level.Format is "bullet" or "none") return "";
        var text = level.Text;
        for (var i = 0; i <= item.Level; i++)
        {
            var format = levels.TryGetValue(i, out var outer) ? outer.Format : "decimal";
            text = text.Replace("%" + (i + 1).ToString(CultureInfo.InvariantCulture), NumberFormat.Of(Math.Max(counters[i], 1), format), StringComparison.Ordinal);
        }

        return text.Length <= 40 ? text : "";
    }

    private (string Number, int Level)? ItemOf(XElement? properties)
    {
        var own = Child(properties, "numPr");
        if (Value(own, "numId") is { } number) return number == "0" ? null : (number, Bounded(Number(Value(own, "ilvl"), 0)));
        var style = Value(properties, "pStyle");
        for (var i = 0; i < MostChain && style is not null && _styles.TryGetValue(style, out var entry); i++, style = entry.BasedOn)
        {
            if (entry.Number is { } inherited) return inherited == "0" ? null : (inherited, Bounded(own is null ? entry.Level : Number(Value(own, "ilvl"), 0)));
        }

        return null;
    }

    private static int Before(Dictionary<int, Level> levels, int level) => (levels.TryGetValue(level, out var found) ? found.Start : 1) - 1;

    private static int Bounded(int level) => Math.Clamp(level, 0, Levels - 1);

    private static IEnumerable<XElement> Named(XElement? parent, string name) => parent?.Elements().Where(element => element.Name.LocalName == name) ?? [];

    private static XElement? Child(XElement? parent, string name) => Named(parent, name).FirstOrDefault();

    private static string? Value(XElement? parent, string name) => Child(parent, name) is { } child ? Attribute(child, "val") : null;

    private static string Attribute(XElement element, string name) => element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value ?? "";

    private static int Number(string? text, int otherwise) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 100_000 ? number : otherwise;
}
