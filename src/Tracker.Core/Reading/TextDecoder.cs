using System.Text;

namespace Tracker.Core.Reading;

/// <summary>
/// 解码: turns a document's bytes into text. A byte order mark decides; without one, UTF-8 does, if the bytes are sound; else the encoding
/// whose reading looks most like Chinese prose.
/// </summary>
public static class TextDecoder
{
    /// <summary>4 MiB, some sixty long reports.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    private const int LongestCharacter = 4;
    private const double LeastFamiliar = .08;
    private const double MostDamage = .002;

    private static readonly UTF8Encoding Utf8 = new(false, true);
    private static readonly UnicodeEncoding Utf16 = new(false, false, true);
    private static readonly UnicodeEncoding Utf16BigEndian = new(true, false, true);

    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            ?? throw new InvalidOperationException("The runtime lacks GB18030.");

    public static Decoding Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return Empty;
        if (bytes.Length > MostBytes) return new Decoding.Unusable(UnusableCodes.TooLarge, "文件超过4 MB，不像一份工作报告，请只保留报告正文。");
        if (FileSignature.NameOf(bytes) is { } format) return new Decoding.Unusable(UnusableCodes.Binary, $"这是{format}，不是纯文本，请另存为文本文件（UTF-8）。");
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) return DecodeMarked(bytes[3..], Utf8);
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return DecodeMarked(bytes[2..], Utf16);
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return DecodeMarked(bytes[2..], Utf16BigEndian);
        return DecodeUnmarked(bytes);
    }

    private static Decoding.Unusable Empty { get; } = new(UnusableCodes.Empty, "文件里没有文字，请提交有报告正文的文件。");

    private static Decoding.Unusable Truncated { get; } = new(UnusableCodes.Truncated, "文件在一个字的中间断了，可能没有传完，请重新提交完整的文件。");

    private static Decoding.Unusable Undecodable { get; } = new(UnusableCodes.Undecodable, "文件的编码无法识别，请另存为UTF-8后再提交。");

    private static Decoding DecodeMarked(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var damage = TryRead(bytes, encoding, out var text);
        if (damage is null) return Judge(text, encoding, false);
        return damage >= bytes.Length - LongestCharacter ? Truncated : DecodeDamaged(bytes, encoding) ?? Undecodable;
    }

    private static Decoding DecodeUnmarked(ReadOnlySpan<byte> bytes)
    {
        var damage = TryRead(bytes, Utf8, out var utf8);
        if (damage is null && !utf8.Contains('\0', StringComparison.Ordinal)) return Judge(utf8, Utf8, false);
        foreach (var encoding in (Encoding[])[Utf16, Utf16BigEndian])
        {
            if (bytes.Length % 2 == 0 && TryRead(bytes, encoding, out var wide) is null && ChineseProse.FamiliarShare(wide) >= LeastFamiliar) return Judge(wide, encoding, false);
        }

        if (bytes.Contains((byte)0)) return new Decoding.Unusable(UnusableCodes.Binary, "这不是文本文件，请把报告另存为文本文件（UTF-8）。");
        if (damage >= bytes.Length - LongestCharacter && damage > 0 && ChineseProse.FamiliarShare(Utf8.GetString(bytes[..damage.Value])) >= LeastFamiliar) return Truncated;
        var gbDamage = TryRead(bytes, Gb18030, out var gb18030);
        if (gbDamage is null && ChineseProse.FamiliarShare(gb18030) >= LeastFamiliar) return Judge(gb18030, Gb18030, false);
        if (gbDamage >= bytes.Length - LongestCharacter && gbDamage > 0 && ChineseProse.FamiliarShare(Gb18030.GetString(bytes[..gbDamage.Value])) >= LeastFamiliar) return Truncated;
        return DecodeDamaged(bytes, Utf8) ?? DecodeDamaged(bytes, Gb18030) ?? Undecodable;
    }

    /// <summary>Reads a text of which only a trace is damaged; null where it is more.</summary>
    private static Decoding? DecodeDamaged(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var lenient = (Encoding)encoding.Clone();
        lenient.DecoderFallback = new DecoderReplacementFallback("\ufffd");
        var text = lenient.GetString(bytes);
        var damaged = text.Count(c => c == '\ufffd');
        return damaged <= Math.Max(3, MostDamage * text.Length) && ChineseProse.FamiliarShare(text) >= LeastFamiliar ? Judge(text, encoding, true) : null;
    }

    private static Decoding Judge(string text, Encoding encoding, bool damaged) => Judge(text, encoding.WebName, damaged);

    /// <summary>Holds text that was read out of a document to what a report's text must be: some of it, Chinese, and no binary rest.</summary>
    /// <param name="encoding">What the document was read as.</param>
    public static Decoding Judge(string text, string encoding, bool damaged)
    {
        if (text.All(c => char.IsWhiteSpace(c) || c is '\ufeff' or '\u200b')) return Empty;
        if (ChineseProse.HasControlCharacters(text)) return new Decoding.Unusable(UnusableCodes.Binary, "这不是文本文件，请把报告另存为文本文件（UTF-8）。");
        if (!ChineseProse.IsChinese(text)) return new Decoding.Unusable(UnusableCodes.NotChinese, "文件里的文字不是中文，这里只核对中文工作报告。");
        return new Decoding.Readable(text.TrimStart('\ufeff'), encoding, damaged);
    }

    /// <returns>Null, or the first byte that makes no sense.</returns>
    private static int? TryRead(ReadOnlySpan<byte> bytes, Encoding encoding, out string text)
    {
        try
        {
            text = encoding.GetString(bytes);
            return null;
        }
        catch (DecoderFallbackException broken)
        {
            text = "";
            return Math.Clamp(broken.Index, 0, bytes.Length);
        }
    }
}
