using System.Buffers.Binary;
using System.Text;
using Tracker.App;
using Tracker.App.Documents;
using Tracker.App.Reports;
using Tracker.Core.Tests;
using Tracker.Web.Tests.App;

namespace Tracker.Web.Tests.Documents;

/// <summary>Documents made to hurt: each is refused by name, soon, and leaves nothing behind.</summary>
public sealed class HostileDocumentSpecs
{
    private static readonly byte[] Report = Encoding.UTF8.GetBytes(Seeds.Text("lvliang-cppcc_2025.txt"));

    private const string Laughs = """
        <?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
        """;

    private static readonly Dictionary<string, (string Name, string Code, Func<byte[]> Make)> Corpus = new(StringComparer.Ordinal)
    {
        ["a Word document that unpacks to a gigabyte"] = ("report.docx", "unpacks-too-large", () => WordReports.Bomb(1024)),
        ["one that declares less than it unpacks to"] = ("report.docx", "damaged-document", () => Understated(WordReports.Bomb(100))),
        ["archives in an archive"] = ("report.docx", "binary-document", () => Nested(5)),
        ["entities of entities"] = ("report.docx", "damaged-document", () => WordReports.OfDocument(Laughs + $"<w:document {WordReports.Names}><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>")),
        ["an entity that names a file"] = ("report.docx", "damaged-document", () => WordReports.OfDocument($"<!DOCTYPE w:document [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document {WordReports.Names}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>")),
        ["Word elements 100,000 deep"] = ("report.docx", "too-deep", () => WordReports.OfBody(Deep("w:sdt"))),
        ["half a Word document"] = ("report.docx", "truncated-document", () => WordReports.OfText(Encoding.UTF8.GetString(Report)) is var whole ? whole[..(whole.Length / 2)] : []),
        ["an archive of another kind"] = ("report.zip", "binary-document", () => WordReports.Zip(archive => WordReports.Add(archive, "a.txt", Report))),
        ["HTML 100,000 deep"] = ("report.html", "too-deep", () => Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body>" + Deep("div") + Encoding.UTF8.GetString(Report))),
        ["a PDF of 5,000 pages"] = ("report.pdf", "too-many-pages", () => SmallPdf.OfPages(5000)),
        ["a PDF that wants a password"] = ("report.pdf", "encrypted-document", SmallPdf.Encrypted),
        ["half a PDF"] = ("report.pdf", "truncated-document", () => SmallPdf.OfPages(50) is var whole ? whole[..(whole.Length / 2)] : []),
        ["a PDF of rubbish"] = ("report.pdf", "damaged-document", () => Encoding.Latin1.GetBytes("%PDF-1.7\n" + new string('x', 5000) + "\n%%EOF\n")),
        ["a picture of 30,000 by 30,000 pixels"] = ("report.png", "too-many-pixels", () => Png(30_000, 30_000)),
        ["a JPEG of 60,000 by 60,000 pixels"] = ("report.jpg", "too-many-pixels", () => Jpeg(60_000)),
        ["half a picture"] = ("report.png", "truncated-document", () => Png(100, 100)[..40]),
        ["a program called a PDF"] = ("report.pdf", "binary-document", () => [0x7F, 0x45, 0x4C, 0x46, .. new byte[500]]),
        ["the older Word format"] = ("report.docx", "binary-document", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[500]]),
        ["a page in English"] = ("report.html", "not-chinese", () => "<!DOCTYPE html><html><body><p>We will build ten schools, and repair the roads.</p></body></html>"u8.ToArray()),
        ["a page without text"] = ("report.html", "empty-document", () => "<!DOCTYPE html><html><body><script>alert('各位委员')</script></body></html>"u8.ToArray()),
    };

    public static TheoryData<string> Named => [.. Corpus.Keys];

    [Theory, MemberData(nameof(Named))]
    public async Task It_is_refused_by_name_within_seconds(string what)
    {
        var (name, code, make) = Corpus[what];
        var bytes = make();

        await OwnTime.ShouldBeLessThanAsync(TimeSpan.FromSeconds(20), async () =>
        {
            var refusal = await Should.ThrowAsync<UnusableInputException>(() => Reader().ReadAsync(name, bytes, CancellationToken.None));
            refusal.Code.ShouldBe(code);
            refusal.Message.ShouldStartWith(name + "：");
        });
    }

    [Fact]
    public async Task A_file_of_200_MB_is_refused_without_being_read()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var file = File.OpenWrite(path)) file.SetLength(200L * 1024 * 1024);

            var refusal = await Should.ThrowAsync<UnusableInputException>(() => SourceFile.FromPath(path).ReadAsync(DocumentSettings.Default, CancellationToken.None));

            refusal.Code.ShouldBe("too-large");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_stream_without_end_is_refused_at_the_limit()
    {
        var endless = new SourceFile("report.pdf", () => new Endless(), () => null);

        (await Should.ThrowAsync<UnusableInputException>(() => endless.ReadAsync(new DocumentSettings { MostMegabytes = 1 }, CancellationToken.None))).Code.ShouldBe("too-large");
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\工作\\报告.docx", "报告.docx")]
    [InlineData("报告\u0007\u202e.txt", "报告.txt")]
    [InlineData("///", "report")]
    public void A_name_is_but_a_name(string handedIn, string shown) => SourceFile.FromBytes(handedIn, Report).Name.ShouldBe(shown);

    [Fact]
    public async Task A_wrong_extension_is_seen_through_and_said()
    {
        var read = await Reader().ReadAsync("报告.pdf", Report, CancellationToken.None);

        (read.DecodedAs, read.Issues.ShouldHaveSingleItem().Code).ShouldBe(("utf-8", "wrong-extension"));
    }

    [Fact]
    public void Limits_come_from_settings_and_nonsense_is_named()
    {
        var configuration = new Microsoft.Extensions.Configuration.ConfigurationManager { ["Tracker:Documents:MostPages"] = "12" };
        DocumentSettings.From(configuration).ShouldBe(new DocumentSettings { MostPages = 12 });

        configuration["Tracker:Documents:MostPages"] = "many";
        Should.Throw<Exception>(() => DocumentSettings.From(configuration)).Message.ShouldContain("Tracker__Documents__MostPages");
    }

    private static DocumentReader Reader() => new(DocumentSettings.Default);

    private static string Deep(string element) =>
        string.Concat(Enumerable.Repeat($"<{element}>", 100_000)) + string.Concat(Enumerable.Repeat($"</{element}>", 100_000));

    private static byte[] Nested(int depth) => Enumerable.Range(0, depth).Aggregate(Report, (inner, level) => WordReports.Zip(archive => WordReports.Add(archive, $"{level}.zip", inner)));

    /// <summary>The archive's own list says that every part is a kilobyte.</summary>
    private static byte[] Understated(byte[] archive)
    {
        for (var at = 0; (at = Array.IndexOf(archive, (byte)0x50, at)) >= 0 && at + 28 < archive.Length; at++)
        {
            if (archive.AsSpan(at).StartsWith<byte>([0x50, 0x4B, 1, 2])) BinaryPrimitives.WriteInt32LittleEndian(archive.AsSpan(at + 24), 1024);
        }

        return archive;
    }

    private static byte[] Png(int width, int height)
    {
        byte[] header = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(20), height);
        return header;
    }

    private static byte[] Jpeg(ushort side) =>
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8, (byte)(side >> 8), (byte)side, (byte)(side >> 8), (byte)side, 3, .. new byte[20], 0xFF, 0xD9];

    private sealed class Endless : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(buffer.Length);
    }
}
