using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Training.Accuracy;

/// <summary>准确度: everything that is published about how well the method does, measured once and carried by the program.</summary>
/// <param name="Method">The method version that was measured.</param>
/// <param name="Labels">SHA-256 of the labels, in hexadecimal.</param>
/// <param name="Weights">SHA-256 of the weights file, in hexadecimal.</param>
/// <param name="Sets">The pairs that the method was developed with, those labelled next, whose figures its inputs were chosen by too, and those labelled when nearly all inputs stood.</param>
/// <param name="Ablation">Means over the first set without each family of inputs.</param>
/// <param name="Mistakes">How verdicts differ from labels over all pairs, in the order of <see cref="MistakeKind"/>.</param>
public sealed record AccuracyRecord(
    string Method, string Labels, string Weights, IReadOnlyList<MeasuredSet> Sets,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Ablation, IReadOnlyList<MistakeCount> Mistakes)
{
    private const string Resource = "model/accuracy.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new FourDigits() },
    };

    private static readonly Lazy<AccuracyRecord> Embedded = new(() => Parse(Text(Resource)));

    /// <summary>The figures that the program carries.</summary>
    public static AccuracyRecord Shared => Embedded.Value;

    /// <summary>SHA-256 of the weights that the program carries.</summary>
    public static string WeightsHash() => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Text(MethodWeights.Resource))));

    /// <summary>Whether the figures are those of this program: same method, same labels, same weights.</summary>
    public bool IsCurrent() => Method == MethodVersion.Current && Labels == MethodWeights.Shared.Labels && Weights == WeightsHash();

    public static AccuracyRecord Parse(string json) => JsonSerializer.Deserialize<AccuracyRecord>(json, Options) ?? throw new InvalidDataException("No figures.");

    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";

    private static string Text(string resource)
    {
        using var stream = typeof(AccuracyRecord).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException("The assembly carries no " + resource);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Numbers with at most four digits behind the point, so that the file reads and compares well.</summary>
    private sealed class FourDigits : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(Math.Round(value, 4));
    }
}

/// <param name="Reliability">Of the commitments of these pairs, by the stated probability of being reported on.</param>
/// <param name="Specificity">How many commitments the labels give one specificity (outer) and the tracker another (inner).</param>
public sealed record MeasuredSet(
    IReadOnlyList<MeasuredPair> Pairs, IReadOnlyList<ReliabilityBand> Reliability, IReadOnlyList<CoveragePoint> Coverage,
    IReadOnlyDictionary<Specificity, IReadOnlyDictionary<Specificity, int>> Specificity)
{
    /// <summary>The share of commitments, the surest first, that the published sentence about risk speaks of.</summary>
    public const double Surest = 0.4;

    /// <summary>How often the status is right on the surest of them.</summary>
    public double SurestShare() => Coverage.MinBy(point => Math.Abs(point.Coverage - Surest))?.Accuracy ?? 0;

    /// <summary>Mean of a figure over the pairs, each weighing alike.</summary>
    public double Mean(string figure) => Pairs.Average(pair => pair.Tracker[figure]);

    public double BaselineMean(string figure) => Pairs.Average(pair => pair.Baseline[figure]);

    public (double Lowest, double Highest) Range(string figure) => (Pairs.Min(pair => pair.Tracker[figure]), Pairs.Max(pair => pair.Tracker[figure]));

    /// <summary>Share of the commitments found on whose specificity tracker and labels agree.</summary>
    public double SpecificityAgreement() =>
        Specificity.Sum(row => row.Value.GetValueOrDefault(row.Key)) / (double)Math.Max(1, Specificity.Sum(row => row.Value.Values.Sum()));
}

/// <summary>A labelled pair, left out of every fit together with all others of its body.</summary>
/// <param name="Year">The year that is planned and reviewed.</param>
/// <param name="Statuses">How many commitments the labels give each status.</param>
/// <param name="Tracker">Figures by the names of <see cref="PairFigures.Named"/>.</param>
/// <param name="Baseline">The plain method's figures.</param>
public sealed record MeasuredPair(
    string Name, string Body, int? Year, IReadOnlyDictionary<CommitmentStatus, int> Statuses, IReadOnlyDictionary<string, double> Tracker,
    IReadOnlyDictionary<string, double> Baseline);

/// <summary>How often verdicts differ from labels in one way.</summary>
/// <param name="Example">Null where no pair whose text may be quoted has one.</param>
public sealed record MistakeCount(MistakeKind Kind, int Commitments, MistakeExample? Example);

/// <summary>One commitment that was misjudged, with what stands in the reports.</summary>
/// <param name="Answer">The labelled span; null where the labels name none.</param>
/// <param name="Shown">The span that the tracker showed; null where it showed none.</param>
public sealed record MistakeExample(
    string Pair, string Commitment, CommitmentStatus LabelledStatus, string? Answer, CommitmentStatus TrackerStatus, string? Shown);
