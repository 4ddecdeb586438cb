namespace Tracker.Core.Training;

/// <summary>
/// 词向量: the main directions of a co-occurrence matrix, found by repeated multiplication of a random block that is drawn with a fixed
/// seed, so that the same reports give the same vectors.
/// </summary>
public static class WordVectors
{
    private const int Spare = 20;
    private const int Rounds = 5;

    /// <returns>A row of <paramref name="dimensions"/> numbers for each word, of length 1 or 0.</returns>
    public static float[] Learn(CooccurrenceMatrix matrix, int dimensions)
    {
        var width = Math.Min(dimensions + Spare, matrix.Size);
        var block = RandomBlock(matrix.Size * width);
        var product = new float[block.Length];
        for (var round = 0; round < Rounds; round++)
        {
            matrix.Multiply(block, width, product);
            (block, product) = (product, block);
            Orthonormalise(block, width);
        }

        matrix.Multiply(block, width, product);
        var (values, vectors) = SymmetricEigen.Solve(Inner(block, product, width), width);
        var order = Enumerable.Range(0, width).OrderByDescending(k => Math.Abs(values[k])).Take(dimensions).ToArray();
        var result = new float[matrix.Size * dimensions];
        for (var row = 0; row < matrix.Size; row++)
        {
            for (var k = 0; k < order.Length; k++)
            {
                double sum = 0;
                for (var m = 0; m < width; m++) sum += block[row * width + m] * vectors[m, order[k]];
                result[row * dimensions + k] = (float)(sum * Math.Sqrt(Math.Abs(values[order[k]])));
            }

            Normalise(result.AsSpan(row * dimensions, dimensions));
        }

        return result;
    }

    private static void Normalise(Span<float> vector)
    {
        double length = 0;
        foreach (var value in vector) length += value * value;
        if (length == 0) return;
        length = Math.Sqrt(length);
        for (var k = 0; k < vector.Length; k++) vector[k] = (float)(vector[k] / length);
    }

    /// <summary>Uniform numbers in (-1, 1).</summary>
    private static float[] RandomBlock(int count)
    {
        var sequence = new FixedSequence(20061);
        var block = new float[count];
        for (var k = 0; k < count; k++) block[k] = (float)(2 * sequence.Next() - 1);
        return block;
    }

    /// <summary>Gram–Schmidt over the columns, twice for accuracy.</summary>
    private static void Orthonormalise(float[] block, int width)
    {
        var rows = block.Length / width;
        for (var column = 0; column < width; column++)
        {
            for (var pass = 0; pass < 2; pass++)
            {
                var shares = new double[column];
                for (var row = 0; row < rows; row++)
                {
                    double value = block[row * width + column];
                    for (var k = 0; k < column; k++) shares[k] += value * block[row * width + k];
                }

                for (var row = 0; row < rows; row++)
                {
                    double value = block[row * width + column];
                    for (var k = 0; k < column; k++) value -= shares[k] * block[row * width + k];
                    block[row * width + column] = (float)value;
                }
            }

            double length = 0;
            for (var row = 0; row < rows; row++) length += (double)block[row * width + column] * block[row * width + column];
            var factor = length > 0 ? 1 / Math.Sqrt(length) : 0;
            for (var row = 0; row < rows; row++) block[row * width + column] = (float)(block[row * width + column] * factor);
        }
    }

    private static double[,] Inner(float[] left, float[] right, int width)
    {
        var inner = new double[width, width];
        for (var row = 0; row < left.Length / width; row++)
            for (var a = 0; a < width; a++)
            {
                double value = left[row * width + a];
                for (var b = 0; b < width; b++) inner[a, b] += value * right[row * width + b];
            }

        return inner;
    }
}
