using System.Text;
using Tracker.App;
using Tracker.App.Contract;

namespace Tracker.Web.Tests.App;

/// <summary>Whatever bytes are handed in: the right text, or one clear refusal.</summary>
public sealed class DocumentTextTests : IDisposable
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    private readonly string _directory = Directory.CreateTempSubdirectory("tracker-text-").FullName;

    private const string Report = "我代表常务委员会报告工作，请予审议。";

    public static TheoryData<string, byte[]> Readable => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Report) },
        { "utf-8", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Report)] },
        { "utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Report)] },
        { "utf-16BE", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Report)] },
        { "gb18030", Gb18030.GetBytes(Report) },
    };

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "empty-document", [] },
        { "truncated-document", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] },
        { "binary-document", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Report), 0] },
        { "truncated-document", Encoding.UTF8.GetBytes(Report)[..^1] },
    };

    [Theory, MemberData(nameof(Readable))]
    public async Task A_text_is_read_in_the_encoding_it_is_in_without_its_byte_order_mark(string encoding, byte[] bytes)
    {
        var read = await InputFile.ReadAsync(Save(bytes), CancellationToken.None);

        (read.DecodedAs, read.Text).ShouldBe((encoding, Report));
    }

    [Theory, MemberData(nameof(Refused))]
    public async Task What_is_no_whole_text_is_refused_by_name(string code, byte[] bytes)
    {
        var refusal = await Should.ThrowAsync<UnusableInputException>(() => InputFile.ReadAsync(Save(bytes), CancellationToken.None));

        refusal.Code.ShouldBe(code);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private string Save(byte[] bytes)
    {
        var path = Path.Combine(_directory, "document.txt");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
