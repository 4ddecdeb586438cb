namespace Tracker.Core.Training;

/// <summary>Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi rotations.</summary>
internal static class SymmetricEigen
{
    private const int Sweeps = 12;

    /// <returns>Values, and the vectors as columns in the same order.</returns>
    public static (double[] Values, double[,] Vectors) Solve(double[,] matrix, int size)
    {
        var a = new double[size, size];
        for (var i = 0; i < size; i++)
            for (var j = 0; j < size; j++) a[i, j] = (matrix[i, j] + matrix[j, i]) / 2;
        var vectors = new double[size, size];
        for (var k = 0; k < size; k++) vectors[k, k] = 1;
        for (var sweep = 0; sweep < Sweeps; sweep++)
            for (var p = 0; p < size; p++)
                for (var q = p + 1; q < size; q++)
                    if (Math.Abs(a[p, q]) > 1e-12) Rotate(a, vectors, p, q, size);
        var values = new double[size];
        for (var k = 0; k < size; k++) values[k] = a[k, k];
        return (values, vectors);
    }

    private static void Rotate(double[,] a, double[,] vectors, int p, int q, int size)
    {
        var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var tangent = Math.Sign(theta) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
        if (theta == 0) tangent = 1;
        var cosine = 1 / Math.Sqrt(tangent * tangent + 1);
        var sine = tangent * cosine;
        for (var k = 0; k < size; k++)
        {
            var (kp, kq) = (a[k, p], a[k, q]);
            a[k, p] = cosine * kp - sine * kq;
            a[k, q] = sine * kp + cosine * kq;
        }

        for (var k = 0; k < size; k++)
        {
            var (pk, qk) = (a[p, k], a[q, k]);
            a[p, k] = cosine * pk - sine * qk;
            a[q, k] = sine * pk + cosine * qk;
            var (vp, vq) = (vectors[k, p], vectors[k, q]);
            vectors[k, p] = cosine * vp - sine * vq;
            vectors[k, q] = sine * vp + cosine * vq;
        }
    }
}
