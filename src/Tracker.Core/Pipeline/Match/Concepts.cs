using System.Buffers;
using Tracker.Core.Pipeline.Extract.Vocabulary;

namespace Tracker.Core.Pipeline.Match;

/// <summary>
/// 概念词典: what domain experts know belongs together though it shares no word, a promise (降低融资成本) and what it is carried out
/// or measured by (降息, 贷款利率). Reads off a text which of these concepts it names.
/// </summary>
public sealed class Concepts
{
    private const string Folder = "vocabulary/concepts/";

    /// <summary>Marks that stand inside a name without belonging to it: “两癌”筛查.</summary>
    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("“”‘’「」『』\"");

    /// <summary>A term of so many characters speaks for itself inside a longer one too; a shorter one may be a piece of another word.</summary>
    private const int Telling = 4;

    private static readonly Lazy<Concepts> Embedded = new(Load);

    private readonly Dictionary<string, int[]> conceptsOfMatch;
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly PrefixSet terms;

    /// <summary>A concept's place in the domains, read one after the other, is its number.</summary>
    public Concepts(IReadOnlyList<ConceptDomain> domains)
    {
        Domains = domains;
        All = [.. domains.SelectMany(domain => domain.Concepts)];
        ConceptsOfTerm = All.SelectMany((concept, number) => concept.Terms.Select(term => (Term: Fold(term), number)))
            .GroupBy(entry => entry.Term, entry => entry.number, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal);
        conceptsOfMatch = ConceptsOfTerm.Keys.ToDictionary(
            term => term, term => PartsOf(term).SelectMany(part => ConceptsOfTerm[part]).Distinct().Order().ToArray(), StringComparer.Ordinal);
        lookup = conceptsOfMatch.GetAlternateLookup<ReadOnlySpan<char>>();
        terms = new PrefixSet(conceptsOfMatch.Keys);
    }

    public static Concepts Shared => Embedded.Value;

    public IReadOnlyList<ConceptDomain> Domains { get; }

    public IReadOnlyList<Concept> All { get; }

    public int Count => All.Count;

    /// <summary>The terms in the spelling that is compared, each with the numbers of its concepts.</summary>
    public IReadOnlyDictionary<string, int[]> ConceptsOfTerm { get; }

    /// <summary>The numbers of the concepts that a text names. Folded or not, the text gives the same.</summary>
    public IReadOnlySet<int> Of(ReadOnlySpan<char> text)
    {
        var concepts = new HashSet<int>();
        foreach (var match in MatchesIn(text)) concepts.UnionWith(match.Concepts);
        return concepts;
    }

    /// <summary>
    /// The terms of a text in order. Of terms at one place the longest counts, and none that lies inside a longer one, though that
    /// one stands for its longer parts too: 住房保障 is not also 住房, 老旧小区加装电梯 is also 加装电梯. Time is linear in the text.
    /// </summary>
    public IReadOnlyList<ConceptMatch> MatchesIn(ReadOnlySpan<char> text)
    {
        var found = new List<ConceptMatch>();
        var folded = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            var spelt = folded.AsSpan(0, Fold(text, folded));
            for (int at = 0, covered = 0; at < spelt.Length; at++)
            {
                var length = terms.LengthAt(spelt, at);
                if (length == 0 || at + length <= covered) continue;
                covered = at + length;
                lookup.TryGetValue(spelt.Slice(at, length), out var term, out var concepts);
                found.Add(new ConceptMatch(term!, concepts!));
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(folded);
        }

        return found;
    }

    /// <summary>The term itself and the telling terms inside it.</summary>
    private IEnumerable<string> PartsOf(string term) =>
        from start in Enumerable.Range(0, term.Length - 1)
        from length in Enumerable.Range(2, term.Length - start - 1)
        let part = term.Substring(start, length)
        where part == term || (length >= Telling && ConceptsOfTerm.ContainsKey(part))
        select part;

    private static string Fold(string term)
    {
        var folded = new char[term.Length];
        return new string(folded, 0, Fold(term, folded));
    }

    private static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var length = 0;
        foreach (var c in text)
            if (!QuotationMarks.Contains(c) && !char.IsWhiteSpace(c)) folded[length++] = Characters.Fold(c);
        return length;
    }

    private static Concepts Load()
    {
        var assembly = typeof(Concepts).Assembly;
        var files = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return new Concepts([.. files.Select(EmbeddedData.Read<ConceptDomain>)]);
    }
}

/// <param name="Term">In the spelling that is compared.</param>
/// <param name="Concepts">Numbers of the concepts that it belongs to, at least one.</param>
public readonly record struct ConceptMatch(string Term, IReadOnlyList<int> Concepts);

/// <summary>领域: the concepts of one field of public administration, with pairs of clauses that hold them to what they claim.</summary>
/// <param name="Examples">Pairs of clauses that share a concept, yet no word.</param>
/// <param name="CounterExamples">Pairs of clauses that share no concept.</param>
public sealed record ConceptDomain(
    string Name, IReadOnlyList<ClausePair> Examples, IReadOnlyList<ClausePair> CounterExamples, IReadOnlyList<Concept> Concepts);

/// <param name="Plan">What a report promises.</param>
/// <param name="Review">What the next one tells.</param>
public sealed record ClausePair(string Plan, string Review);

/// <summary>概念: terms that speak of one matter.</summary>
/// <param name="Promised">Terms in which one promises it, with a blank between them.</param>
/// <param name="CarriedOut">Terms of the measures that carry it out and the figures that measure it, with a blank between them.</param>
public sealed record Concept(string Name, string Promised, string CarriedOut)
{
    public IEnumerable<string> PromisedTerms => Promised.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public IEnumerable<string> CarriedOutTerms => CarriedOut.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public IEnumerable<string> Terms => PromisedTerms.Concat(CarriedOutTerms);
}
