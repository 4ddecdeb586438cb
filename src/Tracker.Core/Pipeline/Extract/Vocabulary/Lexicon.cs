namespace Tracker.Core.Pipeline.Extract.Vocabulary;

/// <summary>词表: the verbs with their strength, the adverbs, connectives and modifier heads of the genre.</summary>
public sealed class Lexicon
{
    private readonly Dictionary<string, WordList> _classOfVerb;

    private Lexicon(IReadOnlyList<WordList> verbs, IReadOnlyList<WordList> words)
    {
        VerbLists = verbs;
        WordLists = words;
        _classOfVerb = verbs.SelectMany(list => list.Words.Select(word => (word, list)))
            .ToDictionary(pair => pair.word, pair => pair.list, StringComparer.Ordinal);
        Verbs = new PrefixSet(_classOfVerb.Keys);
        Fronts = Named("front");
        Adverbs = Named("adverb");
        ModifierHeads = Named("modifierHead");
        ModifierExceptions = Named("modifierNot");

        PrefixSet Named(string name) => new(words.Single(list => list.Name == name).Words);
    }

    public static Lexicon Default { get; } = new(
        EmbeddedData.Read<List<WordList>>("vocabulary/verbs.json"), EmbeddedData.Read<List<WordList>>("vocabulary/words.json"));

    public IReadOnlyList<WordList> VerbLists { get; }

    public IReadOnlyList<WordList> WordLists { get; }

    internal PrefixSet Verbs { get; }

    internal PrefixSet Fronts { get; }

    internal PrefixSet Adverbs { get; }

    internal PrefixSet ModifierHeads { get; }

    internal PrefixSet ModifierExceptions { get; }

    /// <summary>Rung of a verb on the ladder, 1 to 4; 0 for a word that is no known verb.</summary>
    public int StrengthOf(string verb) => _classOfVerb.TryGetValue(verb, out var list) ? list.Strength : 0;

    /// <summary>Name of the list that holds a verb; empty for a word that is no known verb.</summary>
    public string ClassOf(string verb) => _classOfVerb.TryGetValue(verb, out var list) ? list.Name : "";
}
