using System.Text.Json;

namespace Tracker.Core.Pipeline.Match;

/// <summary>Word lists of matching and scoring, each with what it means, an example and a counter-example.</summary>
public sealed class MatchVocabulary
{
    private const string Resource = "vocabulary/match.json";

    private static readonly Lazy<MatchVocabulary> Embedded = new(Load);

    private readonly Dictionary<string, VocabularyList> lists;

    private MatchVocabulary(Dictionary<string, VocabularyList> lists)
    {
        this.lists = lists;
        (FrameWords, EmptyWords, PurposeOpenings) = (this["frameWords"], this["emptyWords"], this["purposeOpenings"]);
        (DoneVerbs, WeakVerbs, DeliverableVerbs) = (this["doneVerbs"], this["weakVerbs"], this["deliverableVerbs"]);
        (MissedWords, DeclineWords, CountingSteps) = (this["missedWords"], this["declineWords"], this["countingSteps"]);
        (CeilingWords, BalanceWords, UpkeepVerbs, StartVerbs) = (this["ceilingWords"], this["balanceWords"], this["upkeepVerbs"], this["startVerbs"]);
        Instruments = this["instruments"];
    }

    public static MatchVocabulary Shared => Embedded.Value;

    public VocabularyList FrameWords { get; }

    public VocabularyList EmptyWords { get; }

    public VocabularyList DoneVerbs { get; }

    public VocabularyList WeakVerbs { get; }

    public VocabularyList PurposeOpenings { get; }

    public VocabularyList DeliverableVerbs { get; }

    public VocabularyList Instruments { get; }

    public VocabularyList MissedWords { get; }

    public VocabularyList DeclineWords { get; }

    public VocabularyList CountingSteps { get; }

    public VocabularyList CeilingWords { get; }

    public VocabularyList BalanceWords { get; }

    public VocabularyList UpkeepVerbs { get; }

    public VocabularyList StartVerbs { get; }

    public IReadOnlyDictionary<string, VocabularyList> Lists => lists;

    public VocabularyList this[string name] => lists[name];

    private static MatchVocabulary Load()
    {
        using var stream = typeof(MatchVocabulary).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The assembly carries no " + Resource);
        using var document = JsonDocument.Parse(stream);
        return new MatchVocabulary(document.RootElement.EnumerateObject().ToDictionary(entry => entry.Name, entry => VocabularyList.Of(entry.Value)));
    }
}

/// <summary>A list of words with one text that holds one of them and one that does not.</summary>
public sealed record VocabularyList(string Meaning, string Example, string CounterExample, IReadOnlyList<string> Words)
{
    private readonly HashSet<string> set = new(Words, StringComparer.Ordinal);

    public bool Contains(string word) => set.Contains(word);

    /// <summary>The first word of the list that stands in <paramref name="text"/>; null where none does.</summary>
    public string? FirstIn(string text)
    {
        foreach (var word in Words)
            if (text.Contains(word, StringComparison.Ordinal)) return word;
        return null;
    }

    internal static VocabularyList Of(JsonElement element) => new(
        element.GetProperty("meaning").GetString()!, element.GetProperty("example").GetString()!, element.GetProperty("counterExample").GetString()!,
        element.GetProperty("words").GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
