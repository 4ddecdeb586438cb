namespace Tracker.Core.Reading;

/// <summary>解码结果: what a document's bytes turned out to be.</summary>
public abstract record Decoding
{
    private Decoding()
    {
    }

    /// <summary>A Chinese text.</summary>
    /// <param name="Text">Without byte order mark; the offsets of every finding count in it.</param>
    /// <param name="Encoding">Name of the encoding that it was in: <c>utf-8</c>, <c>utf-16</c>, <c>utf-16BE</c> or <c>gb18030</c>.</param>
    /// <param name="Damaged">Whether some bytes made no sense; they stand in the text as U+FFFD.</param>
    public sealed record Readable(string Text, string Encoding, bool Damaged) : Decoding;

    /// <summary>Nothing that can be read as a report.</summary>
    /// <param name="Code">Stable machine name, one of <see cref="UnusableCodes"/>.</param>
    /// <param name="Message">What is wrong and what to do, one plain Chinese sentence.</param>
    public sealed record Unusable(string Code, string Message) : Decoding;
}

/// <summary>The codes under which a document is refused.</summary>
public static class UnusableCodes
{
    /// <summary>No byte, or nothing but blanks.</summary>
    public const string Empty = "empty-document";

    /// <summary>Bytes that are no text: PDF, Word, pictures, archives.</summary>
    public const string Binary = "binary-document";

    /// <summary>Text in a language other than Chinese.</summary>
    public const string NotChinese = "not-chinese";

    /// <summary>More bytes than a report can have.</summary>
    public const string TooLarge = "too-large";

    /// <summary>Text that ends within a character.</summary>
    public const string Truncated = "truncated-document";

    /// <summary>Text in no encoding that is known here.</summary>
    public const string Undecodable = "undecodable";
}
