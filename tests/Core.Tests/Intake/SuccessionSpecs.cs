using Tracker.Core.Intake;

namespace Tracker.Core.Tests.Intake;

/// <summary>接续: which text may stand in an earlier one's stead unasked.</summary>
public class SuccessionSpecs
{
    private const string Report = "一年来，召开专题协商会3次，办理提案120件。制定出台委员履职管理办法，举办委员培训班4期。建成委员之家20个，开展视察调研12次。";

    [Theory]
    [InlineData("the same", Report, 1, 1)]
    [InlineData("other breaks, blanks and punctuation", "一年来,召开专题\n协商会3 次，办理提案120件。\n\n制定出台委员履职管理办法；举办委员培训班4期\n建成委员之家20个，开展视察调研12次", 1, 1)]
    [InlineData("one word put right", "一年来，召开专题协商会3次，办理提案210件。制定出台委员履职管理办法，举办委员培训班4期。建成委员之家20个，开展视察调研12次。", 0.8, 0.95)]
    [InlineData("all of it and more", Report + "推进“书香政协”建设，培训委员260人次。", 1, 1)]
    [InlineData("a third of it", "一年来，召开专题协商会3次，办理提案120件。", 0.2, 0.4)]
    [InlineData("another report in the same manner", "一年来，召开常委会会议5次，办理建议88件。修订代表联络站工作规范，举办代表学习班2期。走访企业60家，开展执法检查4次。", 0, 0.1)]
    [InlineData("nothing", "", 0, 0)]
    public void The_share_kept_is_counted_in_words_that_follow_each_other(string what, string later, double least, double most) =>
        Succession.KeptOf(Report, later).ShouldBeInRange(least, most, what);

    [Fact]
    public void What_was_said_twice_has_to_be_said_twice_to_be_kept() => Succession.KeptOf(Report + Report, Report).ShouldBeInRange(0.45, 0.55);

    [Fact]
    public void A_text_too_short_to_compare_is_kept_by_any() => Succession.KeptOf("提案办理", Report).ShouldBe(1);

    [Theory]
    [InlineData(false, false, 1, null)]
    [InlineData(false, false, Succession.LeastKept, null)]
    [InlineData(false, false, 0.49, Doubt.UnlikeExisting)]
    [InlineData(true, false, 1, Doubt.LosesPart)]
    [InlineData(false, true, 0, Doubt.LosesPart)]
    public void A_version_keeps_every_part_and_at_least_half(bool losesPlan, bool losesReview, double kept, Doubt? doubt) =>
        new Succession(losesPlan, losesReview, kept).Doubt.ShouldBe(doubt);
}
