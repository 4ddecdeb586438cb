using Tracker.Core.Domain;

namespace Tracker.Core.Tests.Extract;

/// <summary>Documents are not to be trusted: no text may cost more than its length.</summary>
public class LinearTimeSpecs
{
    private const int Length = 200_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("，推进改革")]
    [InlineData("。推进改革")]
    [InlineData("、推进改革发展工作")]
    [InlineData("围绕“推动城市更新改造”开展调研，")]
    [InlineData("“推动城市更新改造”")]
    [InlineData("“")]
    [InlineData("9")]
    [InlineData("十")]
    [InlineData("征集提案546件、")]
    [InlineData("围绕就业，教育，")]
    [InlineData("积极")]
    [InlineData("（一）")]
    [InlineData("以更高站位在")]
    [InlineData("目标是：增长5%，")]
    public void Any_piece_repeated_is_read_in_time_that_grows_with_its_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Length / piece.Length));
        OwnTime.ShouldBeLessThan(Longest, () =>
        {
            foreach (var kind in (SectionKind[])[SectionKind.Plan, SectionKind.Review]) ReportText.Of(text, kind).Extract();
        });
    }
}
