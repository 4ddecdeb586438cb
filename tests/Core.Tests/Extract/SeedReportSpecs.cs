using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Core.Tests.Conventions;

namespace Tracker.Core.Tests.Extract;

/// <summary>What the real reports must give, whatever else changes.</summary>
public class SeedReportSpecs
{
    [Theory]
    [InlineData("\"深入 学习运用'千万工程'经验,建设宜居宜业和美 乡村\"")]
    [InlineData("\"深化体旅融合,促进高质量 发展\"")]
    [InlineData("\"促进农文旅融合发展,助力乡村全面振 兴\"")]
    [InlineData("\"建设高水平旅游目的地体系,推动文旅融 合高质量发展\"")]
    [InlineData("\"重视寺观古建的安全与保护\"")]
    [InlineData("\"深化我 市人才发展体制机制改革,奋力谱写中国式现 代化晋中篇章\"")]
    [InlineData("\"强化三水统筹,确保一泓清水人黄河\"")]
    [InlineData("\"加强新能源产业建设,推动汾河流域高质量发展\"")]
    [InlineData("\"汾河流域生态保护和高质量发展\"")]
    [InlineData("\"全面整顿规范小饭桌,营造学生安全有序托管环境\"")]
    [InlineData("\"力戒形式主义为基层减负工作落实情况\"")]
    [InlineData("\"深人推进宗教活动场所的规范化建设\"")]
    public void Each_quoted_topic_of_a_newspaper_page_is_a_commitment_in_the_pages_own_characters(string topic)
    {
        var commitment = Report("jinzhong-cppcc_2025").Commitments.Where(item => item.Quote == topic).ShouldHaveSingleItem();
        commitment.Specificity.ShouldBe(Specificity.Named);
        commitment.Frame.ShouldContain("围绕");
    }

    [Fact]
    public void No_claim_holds_a_caption_or_a_reporters_line()
    {
        var report = Report("jinzhong-cppcc_2025");
        foreach (var words in (string[])["裴晓军 摄", "2月25日,任秀红在政协第五届晋中市委"])
        {
            var start = report.Source.IndexOf(words, StringComparison.Ordinal);
            start.ShouldBeGreaterThan(0);
            var line = new TextSpan(start, start + words.Length);
            report.Claims.ShouldNotContain(claim => claim.Span.Overlaps(line));
            report.Commitments.ShouldNotContain(commitment => commitment.Span.Overlaps(line));
        }
    }

    [Fact]
    public void An_infographics_bullets_and_its_headings_instruments_are_commitments_and_its_review_blocks_are_not()
    {
        var report = Report("changzhi-cppcc_2026");
        var bullets = report.Source.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..].Trim()).ToList();
        bullets.Count.ShouldBe(15);
        foreach (var bullet in bullets) report.Commitments.Where(item => item.Quote == bullet).ShouldHaveSingleItem();
        foreach (var instrument in (string[])["拓展“三融三联两走进”工作格局", "落实省委《完善制度机制充分发挥人民政协专门协商机构作用的意见》和市委工作要求"])
            report.Commitments.Where(item => item.Quote == instrument).ShouldHaveSingleItem();
        var reviewed = report.Sections.SelectMany(section => section.SelfAndDescendants())
            .Where(section => section.Kind == SectionKind.Review && section.Level > 0).ToList();
        reviewed.Count.ShouldBeGreaterThanOrEqualTo(6);
        report.Commitments.ShouldNotContain(item => reviewed.Any(section => section.Children.Count == 0 && section.Span.Overlaps(item.Span)));
    }

    [Theory]
    [InlineData(33, "次")]
    [InlineData(517, "件")]
    [InlineData(451, "件")]
    [InlineData(18, "件")]
    [InlineData(450, "篇")]
    [InlineData(564, "个")]
    [InlineData(4_500_000, "元")]
    public void A_review_without_a_plan_gives_claims_with_their_numbers_and_no_commitment(int value, string unit)
    {
        var report = Report("lvliang-cppcc_2025");
        report.Commitments.ShouldBeEmpty();
        report.Claims.Count.ShouldBeGreaterThanOrEqualTo(60);
        report.Claims.SelectMany(claim => claim.Quantities).ShouldContain(quantity => quantity.Value == value && quantity.Unit == unit);
    }

    [Fact]
    public void A_commitments_identity_survives_what_is_inserted_before_it()
    {
        var source = Repository.Seed("taiyuan-cppcc_2025");
        var before = ReportPipeline.Extract(source).Commitments.Select(item => item.Id).ToList();
        var heading = source.IndexOf("## 二、2025年主要任务", StringComparison.Ordinal);
        var after = ReportPipeline.Extract(source.Insert(heading, "全年召开主席会议12次。\n\n")).Commitments.Select(item => item.Id);
        after.ShouldBe(before);
        before.ShouldAllBe(id => id.StartsWith("c-", StringComparison.Ordinal) && id.Length == 14);
    }

    private static ExtractedReport Report(string name) => ReportPipeline.Extract(Repository.Seed(name));
}
