using Tracker.Core.Reading;

namespace Tracker.Core.Tests.Reading;

public class ScannedPunctuationSpec
{
    [Theory]
    [InlineData("坚持“两个确立“、做到”两个维护”，推进工作。", "坚持“两个确立”、做到“两个维护”，推进工作。")]
    [InlineData("发挥“锦绣城'晋阳文化”作用，推动“一老一小\"工作。", "发挥“锦绣城”晋阳文化 作用，推动“一老一小”工作。")]
    [InlineData("建设“一廊三道。推进“四好\"公路建设。", "建设 一廊三道。推进“四好”公路建设。")]
    [InlineData("坚定拥护“两个确立”、做到“两个维护 ，推进工作。", "坚定拥护“两个确立”、做到 两个维护 ，推进工作。")]
    [InlineData("《一) 强化理论武装", "（一） 强化理论武装")]
    public void What_was_misread_is_set_right(string read, string repaired) => ScannedPunctuation.Repair(read).ShouldBe(repaired);

    [Theory]
    [InlineData("落实“学纪、知纪。守纪”总要求。")]
    [InlineData("《一带一路》建设")]
    [InlineData("People's Daily 报道")]
    [InlineData("")]
    public void What_was_read_well_stays(string read) => ScannedPunctuation.Repair(read).ShouldBe(read);
}
