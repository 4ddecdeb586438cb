using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tracker.Core.Reading;

namespace Tracker.Core.Tests.Reading;

public class TextDecoderSpec
{
    private const string Report = "各位代表：\n现在，我代表市人民政府向大会报告工作。一、2024年工作回顾\n一年来，全市经济社会发展取得新成效，高质量发展扎实推进。\n";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    private static string CodeOf(byte[] bytes) => TextDecoder.Decode(bytes).ShouldBeOfType<Decoding.Unusable>().Code;

    private static Decoding.Readable Read(byte[] bytes) => TextDecoder.Decode(bytes).ShouldBeOfType<Decoding.Readable>();

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Report) },
        { "utf-8", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Report)] },
        { "utf-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Report)] },
        { "utf-16BE", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Report)] },
        { "utf-16", Encoding.Unicode.GetBytes(Report) },
        { "gb18030", Gb18030.GetBytes(Report) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_text_is_the_same_whatever_it_was_encoded_in(string encoding, byte[] bytes) => Read(bytes).ShouldBe(new Decoding.Readable(Report, encoding, false));

    [Fact]
    public void A_rare_character_outside_gbk_survives_gb18030() => Read(Gb18030.GetBytes(Report + "㵲阳河𠮷")).Text.ShouldEndWith("㵲阳河𠮷");

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t　")]
    public void Nothing_to_read_is_empty(string text) => CodeOf(Encoding.UTF8.GetBytes(text)).ShouldBe(UnusableCodes.Empty);

    [Theory]
    [InlineData("The Government Work Report reviews the past year and sets the tasks of the year ahead.")]
    [InlineData("12345 67890 11.5%")]
    [InlineData("これは日本語の報告書であり、中国語ではありません。今年の仕事について述べています。")]
    public void Other_languages_are_refused(string text) => CodeOf(Encoding.UTF8.GetBytes(text)).ShouldBe(UnusableCodes.NotChinese);

    [Fact]
    public void A_chinese_text_with_english_names_is_chinese() => Read(Encoding.UTF8.GetBytes("推进5G、AI和IPO工作，办好World Robot Conference。" + Report)).Damaged.ShouldBeFalse();

    [Theory]
    [InlineData("%PDF-1.7\n%âãÏÓ")]
    [InlineData("PK\u0003\u0004word/document.xml")]
    [InlineData("abc\0def\u0001\u0002\u0003")]
    public void Other_formats_are_binary(string text) => CodeOf(Encoding.Latin1.GetBytes(text)).ShouldBe(UnusableCodes.Binary);

    [Fact]
    public void A_file_that_ends_within_a_character_is_truncated()
    {
        CodeOf(Encoding.UTF8.GetBytes(Report + "发展")[..^1]).ShouldBe(UnusableCodes.Truncated);
        CodeOf(Gb18030.GetBytes(Report + "发展")[..^1]).ShouldBe(UnusableCodes.Truncated);
        CodeOf([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Report)[..^1]]).ShouldBe(UnusableCodes.Truncated);
    }

    [Fact]
    public void A_trace_of_damage_is_read_around_and_told()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Report, 40)));
        bytes[400] = 0xFF;
        var read = Read(bytes);
        read.Damaged.ShouldBeTrue();
        read.Text.ShouldContain("\ufffd");
        read.Text.Length.ShouldBeInRange(40 * Report.Length - 3, (40 * Report.Length) + 3);
    }

    [Fact]
    public void Noise_is_undecodable()
    {
        var bytes = new byte[4000];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(128 + (i * 7919 % 127));
        CodeOf(bytes).ShouldBe(UnusableCodes.Undecodable);
    }

    [Fact]
    public void A_file_beyond_any_report_is_too_large() => CodeOf(new byte[TextDecoder.MostBytes + 1]).ShouldBe(UnusableCodes.TooLarge);

    [Fact]
    public void No_bytes_make_it_throw() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => { TextDecoder.Decode(bytes ?? []); }));
}
