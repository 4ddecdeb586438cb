using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Tests.Match;

public class ClauseCutterSpecs
{
    [Theory]
    [InlineData("建成地铁一号线，开通公交线路十条。", "建成地铁一号线|开通公交线路十条")]
    [InlineData("开展“保护古树，人人有责”专题视察，提出具体整改建议", "开展“保护古树，人人有责”专题视察|提出具体整改建议")]
    [InlineData("一年来，提案办理质量提高", "一年来，提案办理质量提高")]
    [InlineData("围绕“加快中北高新区扩区步伐”“推动职业教育达标提质”开展调研", "围绕“加快中北高新区扩区步伐”|“推动职业教育达标提质”开展调研")]
    public void A_sentence_is_cut_outside_quotations_into_pieces_that_say_something(string sentence, string expected) =>
        string.Join('|', ClauseCutter.Cut(sentence).Select(clause => sentence[clause.Start..clause.End])).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("，，，")]
    [InlineData("”””“““")]
    public void Punctuation_alone_is_no_clause(string sentence) => ClauseCutter.Cut(sentence).Where(clause => clause.End - clause.Start > 6).ShouldBeEmpty();
}
