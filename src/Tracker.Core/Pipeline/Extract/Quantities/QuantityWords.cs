using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Extract.Vocabulary;

namespace Tracker.Core.Pipeline.Extract.Quantities;

/// <summary>Units, bound words and measure words, longest first.</summary>
public static class QuantityWords
{
    public static UnitList UnitList { get; } = EmbeddedData.Read<UnitList>("vocabulary/units.json");

    public static IReadOnlyList<BoundList> BoundLists { get; } = EmbeddedData.Read<List<BoundList>>("vocabulary/bounds.json");

    public static IReadOnlyList<MeasureList> MeasureLists { get; } = EmbeddedData.Read<List<MeasureList>>("vocabulary/measures.json");

    internal static PrefixSet Units { get; } = new(UnitList.Units);

    internal static IReadOnlyList<(string Word, QuantityBound Bound)> BoundsBefore { get; } = Bounds("before");

    internal static IReadOnlyList<(string Word, QuantityBound Bound)> BoundsAfter { get; } = Bounds("after");

    internal static IReadOnlyList<(string Word, QuantityMeasure Measure)> Measures { get; } =
        [.. MeasureLists.SelectMany(list => list.Words.Select(word => (word, list.Measure))).OrderByDescending(pair => pair.word.Length)];

    private static List<(string, QuantityBound)> Bounds(string place) =>
        [.. BoundLists.Where(list => list.Place == place).SelectMany(list => list.Words.Select(word => (word, list.Bound)))
            .OrderByDescending(pair => pair.word.Length)];
}

/// <summary>单位.</summary>
public sealed record UnitList(string Says, string Example, string CounterExample, IReadOnlyList<string> Units);

/// <summary>Words that bound a number from before it or after it.</summary>
public sealed record BoundList(
    QuantityBound Bound, string Place, string Says, string Example, string CounterExample, IReadOnlyList<string> Words);

/// <summary>Words in front of a number that tell a change from a standing.</summary>
public sealed record MeasureList(
    QuantityMeasure Measure, string Says, string Example, string CounterExample, IReadOnlyList<string> Words);
