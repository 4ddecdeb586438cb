using FsCheck;
using FsCheck.Fluent;
using Tracker.Core.Deciding;

namespace Tracker.Core.Tests.Deciding;

/// <summary>What differs between two wordings of one passage.</summary>
public sealed class WordingChangeSpecs
{
    [Theory]
    [InlineData("培育发展智慧农业", "培育发展数字农业", "培育发展[智慧]农业", "培育发展[数字]农业")]
    [InlineData("举办委员培训班4期", "举办委员专题培训班12期", "举办委员培训班[4]期", "举办委员[专题]培训班[12]期")]
    [InlineData("办理提案600件", "办理提案60件", "办理提案[600]件", "办理提案[60]件")]
    [InlineData("推进汾河流域治理", "推进汾河流域治理", "推进汾河流域治理", "推进汾河流域治理")]
    [InlineData("", "建成委员之家", "", "[建成委员之家]")]
    [InlineData("出台办法", "", "[出台办法]", "")]
    [InlineData("修订完善的办法", "制定落实的机制", "[修订完善的办法]", "[制定落实的机制]")]
    public void What_the_other_lacks_is_marked(string before, string after, string old, string now)
    {
        var change = WordingChange.Between(before, after);
        (Marked(change.Old), Marked(change.New)).ShouldBe((old, now));
    }

    [Fact]
    public void Nothing_is_lost_and_what_is_not_marked_is_the_same_on_both_sides() =>
        Prop.ForAll(Wordings().ToArbitrary(), wordings =>
        {
            var change = WordingChange.Between(wordings.Before, wordings.After);
            Text(change.Old).ShouldBe(wordings.Before);
            Text(change.New).ShouldBe(wordings.After);
            Text(change.Old.Where(piece => !piece.IsChanged)).ShouldBe(Text(change.New.Where(piece => !piece.IsChanged)));
        }).Check(Config.QuickThrowOnFailure);

    private static Gen<(string Before, string After)> Wordings()
    {
        var text = Gen.Elements('推', '进', '的', '0', '5', '。', 'A').ArrayOf().Select(signs => new string(signs));
        return text.SelectMany(_ => text, (before, after) => (before, after));
    }

    private static string Marked(IEnumerable<WordingPiece> pieces) => string.Concat(pieces.Select(piece => piece.IsChanged ? $"[{piece.Text}]" : piece.Text));

    private static string Text(IEnumerable<WordingPiece> pieces) => string.Concat(pieces.Select(piece => piece.Text));
}
