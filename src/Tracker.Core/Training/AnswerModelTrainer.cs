using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Training;

/// <summary>
/// Learns the answer model from judged pairs: for each commitment the clauses of its review and silence compete, and what people took
/// as the answer should win. All features of the match compete along, so that the turned directions learn what those cannot see.
/// </summary>
public sealed class AnswerModelTrainer
{
    /// <summary>How often each pair is gone through.</summary>
    private const int Rounds = 8;

    private const double MatrixStep = 1e-3, WeightStep = 1e-2;
    private const double LastStepShare = 0.05;

    /// <summary>Pulls each turn towards the one that changes nothing, once a pair, so that a few pairs do not turn all words.</summary>
    private const double TurnPenalty = 1e-3;

    /// <summary>Cosines are small numbers beside standardised inputs.</summary>
    private const double CosineScale = 3;

    private const int Cosines = 3;

    /// <summary>A cosine starts as something that speaks for an answer: from 0 it could as well become what speaks against one.</summary>
    private const double FirstWorth = 1;

    /// <summary>Half and a little more of the loss asks that some right clause wins, the rest that all do.</summary>
    private const double SomeShare = 0.6;

    private static readonly MatchFeature[] Inputs =
        [.. Enum.GetValues<MatchFeature>().Where(feature => feature is not (MatchFeature.ClauseAnswer or MatchFeature.SentenceAnswer or MatchFeature.SurroundingsAnswer))];

    private static readonly int Width = Inputs.Length + Cosines;

    private readonly List<JudgedReview> reviews = [];

    /// <summary>Takes what it needs of a pair and lets go of the rest, since pairs are large and many.</summary>
    public void Add(TrainingPair pair) => reviews.Add(JudgedReview.Of(pair));

    /// <param name="origin">One line that says what was learned from.</param>
    /// <exception cref="InvalidOperationException">No pair was added.</exception>
    public AnswerModel Train(string origin)
    {
        if (reviews.Count == 0) throw new InvalidOperationException("No judged pairs to learn from.");
        var dimensions = reviews[0].Commitments[0].Length;
        var scale = Standardisation.Of([.. reviews.SelectMany(review => review.Rows.SelectMany(rows => rows))], Inputs.Length);
        foreach (var review in reviews) review.Scale(scale);
        var (commitments, clauses) = (new AdamStep(Identity(dimensions), MatrixStep), new AdamStep(Identity(dimensions), MatrixStep));
        var unturned = Identity(dimensions);
        var weights = new AdamStep(FirstWeights(), WeightStep);
        var order = Enumerable.Range(0, reviews.Count).ToArray();
        var sequence = new FixedSequence(27182818);
        var (step, steps) = (0, Rounds * reviews.Count);
        for (var round = 0; round < Rounds; round++)
        {
            for (var k = order.Length - 1; k > 0; k--)
            {
                var other = sequence.Below(k + 1);
                (order[k], order[other]) = (order[other], order[k]);
            }

            foreach (var k in order)
            {
                Descend(reviews[k], commitments, clauses, weights);
                foreach (var turn in (AdamStep[])[commitments, clauses]) PullBack(turn, unturned);
                var share = 1 - (1 - LastStepShare) * step++ / steps;
                foreach (var part in (AdamStep[])[commitments, clauses, weights]) part.Move(share);
            }
        }

        var (means, deviations) = scale.Numbers;
        return new AnswerModel(
            origin, dimensions, Rounded(commitments.Values), Rounded(clauses.Values), Rounded([.. means, .. new double[Cosines]]),
            Rounded([.. deviations, .. Enumerable.Repeat(1 / CosineScale, Cosines)]), Rounded(weights.Values));
    }

    /// <summary>The hidden units start at random and unheard.</summary>
    private static double[] FirstWeights()
    {
        var sequence = new FixedSequence(16180339);
        var weights = new double[AnswerModel.CountOfWeights(Width)];
        for (var k = Inputs.Length; k < Width; k++) weights[k] = FirstWorth;
        for (var k = Width + AnswerModel.OfSilence + AnswerModel.Hidden; k < weights.Length; k++) weights[k] = (2 * sequence.Next() - 1) / Math.Sqrt(Width);
        return weights;
    }

    private static void Descend(JudgedReview review, AdamStep ofCommitments, AdamStep ofClauses, AdamStep weights)
    {
        var own = new Turned(review.Commitments, ofCommitments);
        var around = new Turned(review.Surroundings, ofCommitments);
        var clauses = new Turned(review.Clauses, ofClauses);
        var sentences = new Turned(review.Sentences, ofClauses);
        var (theta, slope) = (weights.Values, weights.Slope);
        for (var item = 0; item < review.Rows.Count; item++)
        {
            var (rows, units, worth) = (review.Rows[item], review.Units[item], review.Worth[item]);
            var (scores, inputs, hidden) = (new double[rows.Count + 1], new double[rows.Count][], new double[rows.Count][]);
            var silence = new double[AnswerModel.OfSilence];
            AnswerModel.FillSilence(rows[0][(int)MatchFeature.Breadth], review.Words[item], review.SentenceOf.Count, silence);
            for (var k = 0; k < silence.Length; k++) scores[^1] += silence[k] * theta[Width + k];
            for (var n = 0; n < rows.Count; n++)
            {
                var sentence = review.SentenceOf[units[n]];
                inputs[n] =
                [
                    .. rows[n], CosineScale * own.Dot(item, clauses, units[n]), CosineScale * own.Dot(item, sentences, sentence),
                    CosineScale * around.Dot(item, sentences, sentence),
                ];
                hidden[n] = new double[AnswerModel.Hidden];
                for (var k = 0; k < Width; k++) scores[n] += theta[k] * inputs[n][k];
                for (var h = 0; h < AnswerModel.Hidden; h++)
                {
                    var (start, sum) = (HiddenRow(h), theta[AnswerModel.HiddenBias(Width, h)]);
                    for (var k = 0; k < Width; k++) sum += theta[start + k] * inputs[n][k];
                    hidden[n][h] = Math.Tanh(sum);
                    scores[n] += theta[Width + AnswerModel.OfSilence + h] * hidden[n][h];
                }
            }

            var pull = Pull(scores, worth);
            for (var n = 0; n < rows.Count; n++)
            {
                var value = pull[n] / review.Rows.Count;
                if (Math.Abs(value) < 1e-9) continue;
                var byInput = new double[Width];
                for (var k = 0; k < Width; k++)
                {
                    slope[k] += value * inputs[n][k];
                    byInput[k] = value * theta[k];
                }

                for (var h = 0; h < AnswerModel.Hidden; h++)
                {
                    slope[Width + AnswerModel.OfSilence + h] += value * hidden[n][h];
                    var (start, inner) = (HiddenRow(h), value * theta[Width + AnswerModel.OfSilence + h] * (1 - hidden[n][h] * hidden[n][h]));
                    slope[AnswerModel.HiddenBias(Width, h)] += inner;
                    for (var k = 0; k < Width; k++)
                    {
                        slope[start + k] += inner * inputs[n][k];
                        byInput[k] += inner * theta[start + k];
                    }
                }

                var sentence = review.SentenceOf[units[n]];
                own.Pull(item, clauses, units[n], CosineScale * byInput[Inputs.Length]);
                own.Pull(item, sentences, sentence, CosineScale * byInput[Inputs.Length + 1]);
                around.Pull(item, sentences, sentence, CosineScale * byInput[Inputs.Length + 2]);
            }

            for (var k = 0; k < silence.Length; k++) slope[Width + k] += pull[^1] / review.Rows.Count * silence[k];
        }

        foreach (var turned in (Turned[])[own, around, clauses, sentences]) turned.HandOn();
    }

    private static int HiddenRow(int hidden) => AnswerModel.HiddenBias(Width, hidden) - Width;

    /// <summary>Slope of the loss by each score, silence last.</summary>
    private static double[] Pull(double[] scores, IReadOnlyList<double> worth)
    {
        var highest = scores.Max();
        var chances = Array.ConvertAll(scores, score => Math.Exp(score - highest));
        double all = chances.Sum(), labels = worth.Sum();
        var right = worth.Select((value, n) => value > 0 ? chances[n] : 0).Sum();
        var pull = Array.ConvertAll(chances, chance => chance / all);
        if (labels == 0) pull[^1] -= 1;
        for (var n = 0; n < worth.Count; n++)
            if (worth[n] > 0) pull[n] -= SomeShare * chances[n] / Math.Max(1e-300, right) + (1 - SomeShare) * worth[n] / labels;
        return pull;
    }

    private static void PullBack(AdamStep turn, double[] unturned)
    {
        for (var k = 0; k < unturned.Length; k++) turn.Slope[k] += TurnPenalty * (turn.Values[k] - unturned[k]);
    }

    private static double[] Identity(int dimensions)
    {
        var matrix = new double[dimensions * dimensions];
        for (var k = 0; k < dimensions; k++) matrix[k * dimensions + k] = 1;
        return matrix;
    }

    private static float[] Rounded(double[] values) => Array.ConvertAll(values, value => (float)value);

    /// <summary>The part of a judged pair that the directions are learned from.</summary>
    private sealed record JudgedReview(
        float[][] Commitments, float[][] Surroundings, float[][] Clauses, float[][] Sentences, IReadOnlyList<int> SentenceOf, IReadOnlyList<int> Words,
        IReadOnlyList<List<double[]>> Rows, IReadOnlyList<IReadOnlyList<int>> Units, IReadOnlyList<double[]> Worth)
    {
        public static JudgedReview Of(TrainingPair pair)
        {
            var (features, examples) = (pair.Features, pair.Examples);
            var directions = features.Directions;
            var units = examples.Select(pair.ContendersFor).ToList();
            return new JudgedReview(
                [.. examples.Select(example => directions.Of(features.Items[example.Item].Words))],
                [.. examples.Select(example => directions.Of([.. features.Items[example.Item].Words, .. features.Items[example.Item].ContextWords]))],
                [.. directions.Units.ToArray().Chunk(directions.Dimensions)],
                [.. directions.Sentences.ToArray().Chunk(directions.Dimensions)],
                [.. features.Review.Units.Select(unit => unit.Sentence)],
                [.. examples.Select(example => features.Items[example.Item].Words.Length)],
                [.. examples.Select((example, k) => units[k].Select(unit => Row(features, example.Item, unit)).ToList())],
                units,
                [.. examples.Select((example, k) => units[k].Select(unit => example.Units[unit]).ToArray())]);
        }

        public void Scale(Standardisation scale)
        {
            foreach (var rows in Rows)
                for (var n = 0; n < rows.Count; n++) rows[n] = scale.Apply(rows[n]);
        }

        private static double[] Row(PairFeatures features, int item, int unit)
        {
            var row = features.Row(item, unit);
            var values = new double[Inputs.Length];
            for (var k = 0; k < values.Length; k++) values[k] = row[(int)Inputs[k]];
            return values;
        }
    }

    /// <summary>Directions after the turn, and the slopes of the loss by them.</summary>
    private sealed class Turned
    {
        private readonly float[][] sources;
        private readonly AdamStep matrix;
        private readonly float[][] directions;
        private readonly float[]?[] slopes;
        private readonly float[] lengths;

        public Turned(float[][] sources, AdamStep matrix)
        {
            (this.sources, this.matrix) = (sources, matrix);
            (directions, slopes, lengths) = (new float[sources.Length][], new float[]?[sources.Length], new float[sources.Length]);
            var values = Rounded(matrix.Values);
            for (var k = 0; k < sources.Length; k++)
            {
                var (source, turned) = (sources[k], new float[sources[k].Length]);
                for (var row = 0; row < source.Length; row++) Sums.Add(values.AsSpan(row * source.Length, source.Length), source[row], turned);
                lengths[k] = MathF.Sqrt(WordLikeness.Dot(turned, turned)) + 1e-6f;
                for (var d = 0; d < turned.Length; d++) turned[d] /= lengths[k];
                directions[k] = turned;
            }
        }

        public double Dot(int at, Turned other, int there) => WordLikeness.Dot(directions[at], other.directions[there]);

        /// <summary>Notes the slope of the loss by the cosine of two directions.</summary>
        public void Pull(int at, Turned other, int there, double slope)
        {
            Sums.Add(other.directions[there], (float)slope, slopes[at] ??= new float[sources[at].Length]);
            Sums.Add(directions[at], (float)slope, other.slopes[there] ??= new float[sources[at].Length]);
        }

        /// <summary>Hands the slopes on to the matrix.</summary>
        public void HandOn()
        {
            for (var k = 0; k < sources.Length; k++)
            {
                if (slopes[k] is not { } slope) continue;
                Sums.Add(directions[k], -WordLikeness.Dot(directions[k], slope), slope);
                var source = sources[k];
                for (var row = 0; row < source.Length; row++)
                {
                    var factor = source[row] / lengths[k];
                    for (var d = 0; d < slope.Length; d++) matrix.Slope[row * slope.Length + d] += factor * slope[d];
                }
            }
        }
    }
}
