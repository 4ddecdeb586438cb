using System.Text.RegularExpressions;
using Tracker.App.Bundles;
using Tracker.Core.Tests.Golden;

namespace Tracker.Web.Tests.Bundles;

/// <summary>The printable page, as approved by someone who looked at it on paper.</summary>
public sealed partial class BundlePageSpecs
{
    private static readonly string Page = BundlePage.Of(BundleScene.Document(), BundleScene.Chain());

    [Fact]
    public void The_page_is_as_approved() => Approval.Approve("bundle", "commitment.html", Page);

    [Fact]
    public void The_hand_made_bundle_passes_every_check() =>
        new BundleCheck().Run(BundleFile.Of("scene", MakeBundle.Pack(BundleScene.Document(), BundleScene.Chain())))
            .Where(result => result.Problem is not null).ShouldBeEmpty();

    [Fact]
    public void A_reports_mark_up_and_a_persons_are_words()
    {
        Page.ShouldNotContain("<script");
        Page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        Page.ShouldContain("见&lt;附件&gt;");
        Page.ShouldContain("“‘“‘四层引号’”’”");
    }

    [Fact]
    public void Nothing_on_the_page_runs_or_comes_from_elsewhere()
    {
        Elsewhere().IsMatch(Page).ShouldBeFalse();
        Page.ShouldNotContain("auditor@example.org");
    }

    [Fact]
    public void Marks_that_turn_the_direction_of_writing_are_made_visible()
    {
        var document = BundleScene.Document();
        var page = BundlePage.Of(document with { Verdict = document.Verdict with { Reasons = ["已\u202e落实\0"] } }, BundleScene.Chain());
        page.ShouldContain("已\ufffd落实\ufffd");
    }

    [GeneratedRegex(@"\bsrc=|\bhref=|\bon[a-z]+=|javascript:|url\(|@import", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();
}
