using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Extract.Clauses;

namespace Tracker.Core.Pipeline.Extract.Rules;

/// <summary>A named condition on a commitment's words that tells how far it can be checked.</summary>
/// <param name="Says">The rule in one sentence of plain Chinese.</param>
public sealed record SpecificityRule(
    string Name, [property: JsonConverter(typeof(JsonStringEnumConverter<Specificity>))] Specificity Specificity, string Says,
    string Example, string CounterExample)
{
    private readonly Regex? _pattern, _unless;

    /// <summary>What the text has to contain.</summary>
    public string Pattern { get => _pattern?.ToString() ?? ""; init => _pattern = Compile(value); }

    /// <summary>What the text must not contain.</summary>
    public string Unless { get => _unless?.ToString() ?? ""; init => _unless = Compile(value); }

    /// <summary>Classes of verb of which one has to open the text; empty for any opening.</summary>
    public IReadOnlyList<string> VerbClasses { get; init; } = [];

    /// <summary>Longest object behind the verb.</summary>
    public int MaxObject { get; init; } = int.MaxValue;

    public bool Holds(string text)
    {
        var head = ClauseHead.Of(text);
        return head.Object.Length <= MaxObject && (VerbClasses.Count == 0 || VerbClasses.Contains(head.VerbClass))
            && (_pattern is null || _pattern.IsMatch(text)) && (_unless is null || !_unless.IsMatch(text));
    }

    private static Regex Compile(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
