namespace Tracker.Core.Pipeline.Match;

/// <summary>词语统计: what the reports as a whole say about words, learned once from unlabelled reports.</summary>
public sealed class TermStatistics
{
    private const string Resource = "model/terms.bin";

    private static readonly Lazy<TermStatistics> Embedded = new(Load);

    private readonly IReadOnlyList<int> wordSentences;
    private readonly Dictionary<uint, int> bigramSentences;
    private readonly float[] vectors;
    private readonly SketchBox?[] sketches;

    /// <param name="origin">Which reports were read and which were left out.</param>
    /// <param name="sentences">How many sentences were read.</param>
    /// <param name="quantised">A row of <paramref name="dimensions"/> steps for each of the most used words; only directions matter.</param>
    /// <param name="clauseVectors">A row for each of the same words whose weighted sums tell where clauses belong; lengths matter.</param>
    public TermStatistics(
        string origin, int sentences, WordList words, IReadOnlyList<int> wordSentences, Dictionary<uint, int> bigramSentences, int dimensions,
        sbyte[] quantised, QuantisedVectors clauseVectors)
    {
        (Origin, Sentences, Words, this.wordSentences, this.bigramSentences, Dimensions, Quantised, ClauseVectors) =
            (origin, sentences, words, wordSentences, bigramSentences, dimensions, quantised, clauseVectors);
        vectors = Normalised(quantised, dimensions);
        sketches = new SketchBox?[dimensions == 0 ? 0 : vectors.Length / dimensions];
    }

    /// <summary>The statistics that the program carries.</summary>
    public static TermStatistics Shared => Embedded.Value;

    public string Origin { get; }

    public int Sentences { get; }

    public WordList Words { get; }

    public int Dimensions { get; }

    public sbyte[] Quantised { get; }

    public QuantisedVectors ClauseVectors { get; }

    public IReadOnlyList<int> WordSentences => wordSentences;

    public IReadOnlyDictionary<uint, int> BigramSentences => bigramSentences;

    /// <summary>Information of a word in nats: how surprising it is in a sentence. A word that no report used is as rare as can be.</summary>
    public double Information(int word) => Math.Log((Sentences + 1) / ((word >= 0 ? wordSentences[word] : 0) + 1.0));

    /// <summary>Information of a pair of characters in nats.</summary>
    public double BigramInformation(uint key) => Math.Log((Sentences + 1) / (bigramSentences.GetValueOrDefault(key, 0) + 1.0));

    /// <summary>A word's direction, of length 1; empty where it has none.</summary>
    public ReadOnlySpan<float> Vector(int word) =>
        word >= 0 && (word + 1) * Dimensions <= vectors.Length ? vectors.AsSpan(word * Dimensions, Dimensions) : default;

    /// <summary>The sketch of a word's direction, made when it is first asked for; two that ask at once make the same.</summary>
    public DirectionSketch Sketch(int word)
    {
        var direction = Vector(word);
        if (direction.IsEmpty) return default;
        return (sketches[word] ??= new SketchBox(DirectionSketch.Of(direction))).Sketch;
    }

    /// <summary>Rounds each row to steps of a 127th of its largest number.</summary>
    public static sbyte[] Quantise(float[] vectors, int dimensions)
    {
        var steps = new sbyte[vectors.Length];
        for (var row = 0; row < vectors.Length; row += dimensions)
        {
            var largest = 0f;
            for (var k = 0; k < dimensions; k++) largest = Math.Max(largest, Math.Abs(vectors[row + k]));
            if (largest == 0) continue;
            for (var k = 0; k < dimensions; k++) steps[row + k] = (sbyte)MathF.Round(vectors[row + k] / largest * 127);
        }

        return steps;
    }

    private static TermStatistics Load()
    {
        using var stream = typeof(TermStatistics).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The assembly carries no " + Resource);
        using var buffered = new BufferedStream(stream, 1 << 16);
        return TermFile.Read(buffered);
    }

    private static float[] Normalised(sbyte[] quantised, int dimensions)
    {
        var result = new float[quantised.Length];
        for (var row = 0; row < quantised.Length; row += dimensions)
        {
            var length = 0;
            for (var k = 0; k < dimensions; k++) length += quantised[row + k] * quantised[row + k];
            if (length == 0) continue;
            var factor = 1 / MathF.Sqrt(length);
            for (var k = 0; k < dimensions; k++) result[row + k] = quantised[row + k] * factor;
        }

        return result;
    }

    /// <summary>A reference is set at once, which a value of sixteen bytes is not.</summary>
    private sealed record SketchBox(DirectionSketch Sketch);
}
