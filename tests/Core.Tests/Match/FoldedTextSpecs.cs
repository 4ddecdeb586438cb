using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Tests.Match;

public class FoldedTextSpecs
{
    [Fact]
    public void Soft_breaks_and_width_vanish_and_every_stretch_leads_back_to_the_source()
    {
        const string Source = "前言。强化三水\n统筹,确保５Ｇ 覆盖";
        var folded = FoldedText.Of(Source, new TextSpan(3, Source.Length));
        folded.Text.ShouldBe("强化三水统筹，确保5g覆盖");
        folded.SourceSpan(2, 6).Of(Source).ShouldBe("三水\n统筹");
        folded.SourceSpan(9, 11).Of(Source).ShouldBe("５Ｇ");
    }
}
