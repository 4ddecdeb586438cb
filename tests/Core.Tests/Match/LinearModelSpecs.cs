using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Tests.Match;

public class LinearModelSpecs
{
    private static readonly LinearModel Model = new(["a", "b", "c"], [0.1, -2.7, 1 / 3.0], -0.4);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(10)]
    public void Values_taken_together_are_those_taken_one_by_one_to_the_last_digit(int values)
    {
        var columns = Enumerable.Range(0, values * 3).Select(k => MathF.Sin(k)).ToArray();
        var together = new double[values];
        Model.Values(columns, together);
        together.ShouldBe(Enumerable.Range(0, values).Select(k => Model.Value([columns[k], columns[values + k], columns[2 * values + k]])).ToArray());
    }

    [Fact]
    public void Columns_that_do_not_fit_are_refused() => Should.Throw<ArgumentException>(() => Model.Values([1, 2], new double[1]));
}
