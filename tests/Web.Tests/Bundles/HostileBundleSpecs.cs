using System.IO.Compression;
using System.Text;
using Tracker.App;
using Tracker.App.Bundles;

namespace Tracker.Web.Tests.Bundles;

/// <summary>Files that only pretend to be bundles are refused with what is wrong, before anything in them is believed.</summary>
public sealed class HostileBundleSpecs
{
    private static readonly (string Name, byte[] Content)[] Sound =
        [.. BundleFile.Names.Select(name => (name, BundleFile.Of("scene", MakeBundle.Pack(BundleScene.Document(), BundleScene.Chain())).Parts[name]))];

    [Fact]
    public void Text_is_no_bundle() => Refused(Encoding.UTF8.GetBytes("PK, but not really")).ShouldContain("zip");

    [Fact]
    public void A_bomb_is_refused_unopened()
    {
        using var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in BundleFile.Names)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(new byte[8 * 1024 * 1024]);
            }
        }

        Refused(bomb.ToArray()).ShouldContain("经过压缩");
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/README.txt")]
    [InlineData("sub\\README.txt")]
    [InlineData("readme.TXT")]
    public void A_part_that_belongs_to_no_bundle_is_refused(string name) =>
        Refused(BundleZip.Write([.. Sound, (name, [1, 2, 3])])).ShouldContain("不属于核验包");

    [Fact]
    public void A_strange_name_cannot_steer_a_terminal() =>
        Refused(BundleZip.Write([.. Sound, ("\u001b[2J\n", [])])).ShouldNotContain('\u001b');

    [Fact]
    public void A_missing_part_is_named() => Refused(BundleZip.Write([.. Sound.SkipLast(1)])).ShouldContain("缺少“chain.json”");

    [Fact]
    public void A_part_that_is_there_twice_is_named() => Refused(BundleZip.Write([.. Sound, Sound[1]])).ShouldContain("“README.txt”重复");

    [Fact]
    public void Parts_in_another_order_or_with_something_before_them_are_noticed()
    {
        Problems(BundleZip.Write([.. Sound.Reverse()])).ShouldContain("container");
        Refused([.. new byte[64], .. BundleZip.Write(Sound)]).ShouldContain("zip");
        Problems([.. BundleZip.Write(Sound), 0]).ShouldContain("container");
    }

    [Theory]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("null")]
    [InlineData("{\"id\":1,\"id\":2}")]
    [InlineData("{\"decisions\":[null],\"candidates\":[null]}")]
    public void What_is_not_the_JSON_of_a_bundle_fails_its_check(string json) =>
        Problems(Packed("commitment.json", Encoding.UTF8.GetBytes(json))).ShouldContain("json");

    [Fact]
    public void Nulls_and_places_outside_the_text_fail_a_check_and_stop_nothing()
    {
        var document = BundleScene.Document();
        var outside = document.Commitment.Passage with { Span = new(500, 900) };
        Problems(MakeBundlePack(document with { Commitment = document.Commitment with { Passage = outside } })).ShouldContain("quotes");
        Problems(MakeBundlePack(document with { Candidates = [null!] })).ShouldContain("quotes");
    }

    [Fact]
    public void A_manifest_of_another_format_is_refused() =>
        Refused(Packed("manifest.json", Encoding.UTF8.GetBytes("""{"format":"tracker-bundle/9","commitment":"x","parts":[]}"""))).ShouldContain("格式");

    private static byte[] MakeBundlePack(BundleDocument document)
    {
        var json = Encoding.UTF8.GetBytes(Tracker.App.Contract.ContractJson.Write(document));
        return Packed("commitment.json", json);
    }

    private static byte[] Packed(string part, byte[] content) => BundleZip.Write([.. Sound.Select(item => item.Name == part ? (part, content) : item)]);

    private static string Refused(byte[] zip)
    {
        var refusal = Should.Throw<UnusableInputException>(() => new BundleCheck().Run(BundleFile.Of("x.zip", zip)));
        refusal.Code.ShouldBe("bad-bundle");
        return refusal.Message;
    }

    private static List<string> Problems(byte[] zip) =>
        [.. new BundleCheck().Run(BundleFile.Of("x.zip", zip)).Where(result => result.Problem is not null).Select(result => result.Name)];
}
