using System.Text.Json.Serialization;
using Tracker.Core.Pipeline.Extract.Clauses;

namespace Tracker.Core.Pipeline.Extract.Rules;

/// <summary>规则: a named condition on a clause and what follows from it. All parts that are given must hold.</summary>
/// <param name="Says">The rule in one sentence of plain Chinese.</param>
/// <param name="Example">Text in which the rule decides the clause between « and ».</param>
/// <param name="CounterExample">Text in which it must not decide the clause between « and ».</param>
public sealed record ClauseRule(string Name, RuleVerdict Verdict, string Says, string Example, string CounterExample)
{
    /// <summary>Pattern that the clause has to contain; anchors bind it to its ends.</summary>
    public string Clause { get => _clause?.ToString() ?? ""; init => _clause = ClausePattern.Of(value); }

    /// <summary>Pattern that the clause from its verb on, adverbs left out, has to contain.</summary>
    public string Core { get => _core?.ToString() ?? ""; init => _core = ClausePattern.Of(value); }

    /// <summary>Pattern that the connective in front of the clause has to contain.</summary>
    public string Front { get => _front?.ToString() ?? ""; init => _front = ClausePattern.Of(value); }

    /// <summary>Pattern that the clause before it in the sentence has to contain; never holds for the first clause.</summary>
    public string Previous { get => _previous?.ToString() ?? ""; init => _previous = ClausePattern.Of(value); }

    /// <summary>Pattern that the clause after it in the sentence has to contain; never holds for the last clause.</summary>
    public string Next { get => _next?.ToString() ?? ""; init => _next = ClausePattern.Of(value); }

    /// <summary>Pattern that one of the twenty clauses before it in the sentence has to contain.</summary>
    public string Earlier { get => _earlier?.ToString() ?? ""; init => _earlier = ClausePattern.Of(value); }

    /// <summary>Pattern that the clause must not contain.</summary>
    public string Unless { get => _unless?.ToString() ?? ""; init => _unless = ClausePattern.Of(value); }

    /// <summary>Kinds of place of which one has to hold.</summary>
    public IReadOnlyList<ClausePlace> Places { get; init; } = [];

    /// <summary>Kinds of place of which none may hold.</summary>
    public IReadOnlyList<ClausePlace> NotPlaces { get; init; } = [];

    public bool? HasVerb { get; init; }

    public bool? IsModifier { get; init; }

    public int MinLength { get; init; }

    public int MaxLength { get; init; } = int.MaxValue;

    /// <summary>Shortest object behind the verb.</summary>
    public int MinObject { get; init; }

    /// <summary>No sentence of sense is longer; without a limit a text of commas alone would take quadratic time.</summary>
    private const int FarthestBack = 20;

    private readonly ClausePattern? _clause, _core, _front, _previous, _next, _earlier, _unless;

    internal bool Holds(Clause clause) =>
        clause.Length >= MinLength && clause.Length <= MaxLength
        && (HasVerb is null || HasVerb == clause.Head.HasVerb)
        && (IsModifier is null || IsModifier == clause.Head.IsModifier)
        && (MinObject == 0 || clause.Head.Object.Length >= MinObject)
        && (Places.Count == 0 || IsInOne(Places, clause)) && !IsInOne(NotPlaces, clause)
        && Matches(_clause, clause.Text) && Matches(_core, clause.Core) && Matches(_front, clause.Front)
        && Matches(_previous, clause.Previous?.Text) && Matches(_next, clause.Next?.Text)
        && (_earlier is null || IsInAnEarlierClause(_earlier, clause))
        && (_unless is null || !_unless.IsIn(clause.Text));

    // Every clause is held against dozens of rules: loops, since a function made for each would cost more than it asks.
    private static bool IsInOne(IReadOnlyList<ClausePlace> places, Clause clause)
    {
        for (var k = 0; k < places.Count; k++)
            if (places[k].Holds(clause)) return true;
        return false;
    }

    private static bool IsInAnEarlierClause(ClausePattern pattern, Clause clause)
    {
        for (var index = clause.Index - 1; index >= Math.Max(0, clause.Index - FarthestBack); index--)
            if (pattern.IsIn(clause.Sentence.Clauses[index].Text)) return true;
        return false;
    }

    private static bool Matches(ClausePattern? pattern, string? text) => pattern is null || (text is not null && pattern.IsIn(text));
}

[JsonConverter(typeof(JsonStringEnumConverter<RuleVerdict>))]
public enum RuleVerdict
{
    Keep,
    Drop,
}
