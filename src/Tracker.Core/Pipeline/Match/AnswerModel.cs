using System.Runtime.InteropServices;
using System.Text;

namespace Tracker.Core.Pipeline.Match;

/// <summary>
/// 答复模型: plans and reviews say the same matter in other words (降低融资成本 is answered by 降准降息). Two turns of the clause
/// directions, one for commitments and one for clauses, bring a commitment near what answers it; a small network weighs this nearness
/// with all other features against the review's silence. Learned from many judged pairs of bodies that accuracy is not measured on.
/// </summary>
public sealed class AnswerModel
{
    /// <summary>Hidden units of the network.</summary>
    public const int Hidden = 16;

    /// <summary>How many inputs speak for silence.</summary>
    public const int OfSilence = 4;

    private const string Resource = "model/answers.bin";
    private const string Kind = "tracker answers 1";

    private static readonly Lazy<AnswerModel> Embedded = new(Load);

    private readonly float[][] hiddenRows;

    /// <param name="origin">What it was learned from.</param>
    /// <param name="dimensions">Numbers of a direction.</param>
    /// <param name="ofCommitments">A square matrix, row after row: the direction is multiplied by it from the left.</param>
    /// <param name="ofClauses">The same for clauses and sentences of the review.</param>
    /// <param name="means">What is taken from each input, in the order of <see cref="MatchFeature"/>, before it is divided by <paramref name="deviations"/>.</param>
    /// <param name="weights">Of the inputs, then of silence, then of the hidden units, then a row for each hidden unit: its inputs and its bias.</param>
    public AnswerModel(string origin, int dimensions, float[] ofCommitments, float[] ofClauses, float[] means, float[] deviations, float[] weights)
    {
        (Origin, Dimensions, OfCommitments, OfClauses, Means, Deviations, Weights) = (origin, dimensions, ofCommitments, ofClauses, means, deviations, weights);
        var inputs = means.Length;
        hiddenRows = [.. Enumerable.Range(0, Hidden).Select(h => weights.AsSpan(inputs + OfSilence + Hidden + h * (inputs + 1), inputs).ToArray())];
    }

    /// <summary>The model that the program carries.</summary>
    public static AnswerModel Shared => Embedded.Value;

    public string Origin { get; }

    public int Dimensions { get; }

    public float[] OfCommitments { get; }

    public float[] OfClauses { get; }

    public float[] Means { get; }

    public float[] Deviations { get; }

    public float[] Weights { get; }

    public float[] TurnCommitment(ReadOnlySpan<float> direction)
    {
        var turned = new float[Dimensions];
        Turn(direction, OfCommitments, turned);
        return turned;
    }

    /// <param name="directions">Of clauses or sentences, one after the other.</param>
    public float[] TurnClauses(ReadOnlySpan<float> directions)
    {
        var turned = new float[directions.Length];
        for (var at = 0; at < turned.Length; at += Dimensions) Turn(directions.Slice(at, Dimensions), OfClauses, turned.AsSpan(at, Dimensions));
        return turned;
    }

    /// <summary>What speaks for silence: a constant, how broad the commitment is, how many words it has, how much the review tells.</summary>
    /// <param name="breadth">The standardised <see cref="MatchFeature.Breadth"/>.</param>
    /// <param name="inputs">Of length <see cref="OfSilence"/>, to be filled.</param>
    public static void FillSilence(double breadth, int words, int units, Span<double> inputs) =>
        (inputs[0], inputs[1], inputs[2], inputs[3]) = (1, breadth, words / 5.0 - 1, Math.Log(units / 300.0));

    /// <summary>Log odds that a clause, rather than silence, is what the review has for a commitment.</summary>
    /// <param name="row">Of <see cref="PairFeatures"/>.</param>
    /// <param name="words">Distinct content words of the commitment.</param>
    /// <param name="units">Clauses of the review.</param>
    public double Odds(ReadOnlySpan<float> row, int words, int units)
    {
        Span<float> inputs = stackalloc float[row.Length];
        for (var k = 0; k < row.Length; k++) inputs[k] = (row[k] - Means[k]) / Deviations[k];
        var odds = (double)WordLikeness.Dot(inputs, Weights.AsSpan(0, inputs.Length));
        for (var h = 0; h < Hidden; h++)
            odds += Weights[inputs.Length + OfSilence + h] * Math.Tanh(WordLikeness.Dot(inputs, hiddenRows[h]) + Weights[HiddenBias(inputs.Length, h)]);
        Span<double> silence = stackalloc double[OfSilence];
        FillSilence(inputs[(int)MatchFeature.Breadth], words, units, silence);
        for (var k = 0; k < OfSilence; k++) odds -= silence[k] * Weights[inputs.Length + k];
        return odds;
    }

    /// <summary>Place of a hidden unit's bias among the weights.</summary>
    public static int HiddenBias(int inputs, int hidden) => inputs + OfSilence + Hidden + hidden * (inputs + 1) + inputs;

    /// <summary>How many weights there are.</summary>
    public static int CountOfWeights(int inputs) => inputs + OfSilence + Hidden + Hidden * (inputs + 1);

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        FileHead.Write(writer, Kind, Origin);
        foreach (var block in (float[][])[OfCommitments, OfClauses, Means, Deviations, Weights])
        {
            writer.Write(block.Length);
            writer.Write(MemoryMarshal.AsBytes(block.AsSpan()));
        }
    }

    /// <exception cref="InvalidDataException">The stream holds no such model.</exception>
    public static AnswerModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var origin = FileHead.Read(reader, Kind);
        var ofCommitments = Block();
        return new AnswerModel(origin, (int)Math.Sqrt(ofCommitments.Length), ofCommitments, Block(), Block(), Block(), Block());

        float[] Block()
        {
            var block = new float[reader.ReadInt32()];
            stream.ReadExactly(MemoryMarshal.AsBytes(block.AsSpan()));
            return block;
        }
    }

    /// <param name="turned">Zeros, which become a direction of length 1, or stay where <paramref name="direction"/> has none.</param>
    private void Turn(ReadOnlySpan<float> direction, ReadOnlySpan<float> matrix, Span<float> turned)
    {
        for (var row = 0; row < direction.Length; row++) Sums.Add(matrix.Slice(row * Dimensions, Dimensions), direction[row], turned);
        Sums.Normalise(turned);
    }

    private static AnswerModel Load()
    {
        using var stream = typeof(AnswerModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The assembly carries no " + Resource);
        return Read(stream);
    }
}
