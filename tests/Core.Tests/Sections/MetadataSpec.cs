using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Normalise;
using Tracker.Core.Pipeline.Sections;

namespace Tracker.Core.Tests.Sections;

/// <summary>What a report says of itself before its first part.</summary>
public class MetadataSpec
{
    private static ReportMetadata Read(string front) =>
        SectionFinder.Find(Normaliser.Normalise(front + "\n一、工作回顾\n一年来，各项工作取得成效。\n二、工作安排\n推进各项工作。")).Metadata;

    [Fact]
    public void Title_body_date_and_presenter_stand_on_lines_of_their_own() =>
        Read("中国人民政治协商会议第十四届山西省太原市委员会常务委员会工作报告\n——在政协第十四届山西省太原市委员会第五次会议上\n(2026年1月18日)\n杨继承\n各位委员：").ShouldBe(new ReportMetadata(
            "中国人民政治协商会议第十四届山西省太原市委员会常务委员会工作报告", "太原市政协", "cppcc", 2026, 2025, new DateOnly(2026, 1, 18), "杨继承"));

    [Theory]
    [InlineData("2026年浙江省政府工作报告\n——2026年1月14日在浙江省第十四届人民代表大会第四次会议上", "浙江省人民政府", "gov")]
    [InlineData("2025年宁夏政府工作报告\n各位代表：", "宁夏回族自治区人民政府", "gov")]
    [InlineData("政府工作报告\n——2024年1月9日在池州市第五届人民代表大会第三次会议上\n池州市市长 朱浩东", "池州市人民政府", "gov")]
    [InlineData("各位代表：\n现在，我代表国务院，向大会作政府工作报告，请予审议，并请全国政协委员提出意见。", "国务院", "gov")]
    [InlineData("中国人民政治协商会议\n常宁市第十一届委员会常务委员会\n工 作 报 告\n段  鸣\n各位委员：", "常宁市政协", "cppcc")]
    [InlineData("中国人民政治协商会议全国委员会常务委员会工作报告", "全国政协", "cppcc")]
    [InlineData("最高人民法院工作报告", "最高人民法院", "court")]
    [InlineData("最高人民检察院工作报告（摘要）", "最高人民检察院", "procuratorate")]
    [InlineData("中共临汾市纪律检查委员会工作报告", "临汾市纪委", "discipline")]
    [InlineData("浮山县人民代表大会常务委员会工作报告", "浮山县人大常委会", "congress")]
    public void The_body_is_the_one_that_reports(string front, string body, string kind) =>
        (Read(front).Body, Read(front).BodyKind).ShouldBe((body, kind));

    [Fact]
    public void Those_who_are_asked_for_their_opinion_do_not_report() =>
        Read("各位代表：\n现在，我代表市人民政府向大会报告工作，请予审议，并请市政协委员提出意见。").BodyKind.ShouldBe("gov");

    [Theory]
    [InlineData("晋中市政协主席 任秀红\n各位委员：", "任秀红")]
    [InlineData("国务院总理 李鹏\n各位代表：", "李鹏")]
    [InlineData("□ 本报记者 高茜\n各位委员：", "")]
    [InlineData("段  鸣\n各位委员：", "段鸣")]
    public void The_presenter_is_named_by_office_or_above_the_address(string front, string presenter) => Read(front).Presenter.ShouldBe(presenter);

    [Theory]
    [InlineData("二〇二六年一月二十七日在甘肃省十四届人民代表大会第四次会议上", 2026, 1, 27)]
    [InlineData("— 2025年2月25日在政协第五届晋中市委员会第四次会议上", 2025, 2, 25)]
    [InlineData("１９９５年３月５日在第八届全国人民代表大会第三次会议上", 1995, 3, 5)]
    public void The_date_is_the_day_of_delivery(string front, int year, int month, int day) => Read(front).Delivered.ShouldBe(new DateOnly(year, month, day));

    [Theory]
    [InlineData("——2026年1月14日在人民代表大会会议上", 2025)]
    [InlineData("2025年山东省政府工作报告", 2024)]
    [InlineData("受委托，委员长向十三届全国人大三次会议作报告。", 2019)]
    [InlineData("来源：某报 时间：2025-03-05 10:02:28", 2024)]
    [InlineData("——市政协2025年履职工作总结", 2025)]
    public void Without_a_year_in_the_headings_the_front_tells_it(string front, int reviewed) => Read(front).ReviewYear.ShouldBe(reviewed);
}
