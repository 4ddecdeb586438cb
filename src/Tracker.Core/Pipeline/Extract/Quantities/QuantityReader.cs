using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Extract.Clauses;
using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Extract.Quantities;

/// <summary>数量: reads the stated numbers of a clause with unit, bound, measure and object.</summary>
public static class QuantityReader
{
    private const int LongestNoun = 60;
    private static readonly string[] Totals = ["累计", "总量", "总数", "总额", "余额", "占比", "比重"];

    /// <summary>Measure words that also name what is measured and so stay in the object.</summary>
    private static readonly HashSet<string> NounMeasures = new(["率", "占比", "比重", "总量", "总数", "总额", "余额", "存量", "总值", "总产值", "规模", "平均浓度", "浓度", "比例", "达标率"], StringComparer.Ordinal);

    /// <param name="source">The report's text as decoded.</param>
    /// <param name="line">The line that holds the clause.</param>
    /// <param name="start">First character of the clause in the line's normalised text.</param>
    /// <param name="end">Character after the clause's last.</param>
    public static IReadOnlyList<Quantity> Read(string source, NormalisedLine line, int start, int end)
    {
        var quantities = new List<Quantity>();
        var from = start;
        for (var i = start; i < end; i++)
        {
            if (!Numeral.CanStart(line.Text, i, start)) continue;
            var found = NumberWithUnit.At(line.Text, i, start, end);
            if (found is not { } number)
            {
                i += Numeral.RunLength(line.Text, i, end) - 1;
                continue;
            }

            if (number.IsQuantity) quantities.Add(Describe(source, line, number, from, end));
            if (number.IsQuantity) from = number.End;
            i = number.End - 1;
        }

        return quantities;
    }

    private static Quantity Describe(string source, NormalisedLine line, NumberWithUnit number, int from, int end)
    {
        var (before, bound) = BoundOf(line.Text, number, from);
        var (after, boundAfter) = BoundAfter(line.Text, number.End, end);
        var start = number.Start - before;
        var stop = number.End + after;
        var lead = line.Text[from..start];
        var (measure, lengthOfMeasure) = MeasureOf(lead, line.Text[start..number.Start]);
        var span = line.SourceSpan(start, stop);
        return new Quantity(
            number.Numeral.Value, number.Unit, boundAfter ?? bound ?? BoundOf(number.Numeral.Vague),
            measure, QuantityObject.Of(lead[..^lengthOfMeasure], line.Text[stop..Math.Min(end, stop + LongestNoun)]), span, span.Of(source));
    }

    /// <summary>The words in front of the number that bound it, as near as 不少于600, 控制在5.5%.</summary>
    private static (int Length, QuantityBound? Bound) BoundOf(string text, NumberWithUnit number, int from)
    {
        foreach (var (word, bound) in QuantityWords.BoundsBefore)
            if (number.Start - word.Length >= from && text.AsSpan(number.Start - word.Length, word.Length).SequenceEqual(word))
                return (word.Length, bound);
        return (0, null);
    }

    private static QuantityBound BoundOf(char vague) => vague switch
    {
        '多' => QuantityBound.MoreThan,
        '余' => QuantityBound.About,
        _ => QuantityBound.Exactly,
    };

    private static (int Length, QuantityBound? Bound) BoundAfter(string text, int position, int end)
    {
        foreach (var (word, bound) in QuantityWords.BoundsAfter)
            if (position + word.Length <= end && text.AsSpan(position, word.Length).SequenceEqual(word))
                return (word.Length, bound);
        return (0, null);
    }

    /// <summary>The measure word right in front of the number or its bound, else the verb that opens the clause, else a word of totals.</summary>
    /// <returns>The measure, and how many characters at the end of <paramref name="lead"/> say it.</returns>
    private static (QuantityMeasure Measure, int Length) MeasureOf(string lead, string bound)
    {
        foreach (var (word, measure) in QuantityWords.Measures)
            if (lead.EndsWith(word, StringComparison.Ordinal)) return (measure, NounMeasures.Contains(word) ? 0 : word.Length);
        var verb = ClauseHead.Of(lead).Verb;
        foreach (var (word, measure) in QuantityWords.Measures)
            if (string.Equals(verb, word, StringComparison.Ordinal) || bound.Contains(word, StringComparison.Ordinal)) return (measure, 0);
        return (Array.Exists(Totals, total => lead.Contains(total, StringComparison.Ordinal)) ? QuantityMeasure.Level : QuantityMeasure.Amount, 0);
    }
}
