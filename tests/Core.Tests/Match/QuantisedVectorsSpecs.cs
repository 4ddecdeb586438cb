using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Tests.Match;

public class QuantisedVectorsSpecs
{
    [Fact]
    public void Rows_keep_their_lengths_to_a_hundredth_of_their_largest_number()
    {
        float[] rows = [2f, -1f, 0.02f, 0.011f, 0, 0];
        var vectors = QuantisedVectors.Of(rows, 2);
        for (var row = 0; row < 3; row++)
            for (var k = 0; k < 2; k++)
                vectors.Row(row)[k].ShouldBe(rows[row * 2 + k], 0.01f * Math.Abs(rows[row * 2]) + 1e-6f);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_word_without_a_row_has_none(int word) => QuantisedVectors.Of(new float[6], 2).Row(word).IsEmpty.ShouldBeTrue();
}
