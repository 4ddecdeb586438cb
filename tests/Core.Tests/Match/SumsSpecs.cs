using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Tests.Match;

public class SumsSpecs
{
    [Theory]
    [InlineData(0, 100)]
    [InlineData(3, 100)]
    [InlineData(8, 16)]
    [InlineData(11, 7)]
    public void Products_taken_together_are_those_taken_one_by_one_to_the_last_digit(int rows, int width)
    {
        var vector = Enumerable.Range(0, width).Select(k => MathF.Sin(k)).ToArray();
        var matrix = Enumerable.Range(0, rows * width).Select(k => MathF.Cos(k * 0.7f)).ToArray();
        var together = new float[rows];
        Sums.Products(vector, matrix, together);
        together.ShouldBe(Enumerable.Range(0, rows).Select(row => WordLikeness.Dot(vector, matrix.AsSpan(row * width, width))).ToArray());
    }

    [Fact]
    public void Rows_that_do_not_fit_are_refused() => Should.Throw<ArgumentException>(() => Sums.Products([1, 2], [1, 2, 3], new float[2]));
}
