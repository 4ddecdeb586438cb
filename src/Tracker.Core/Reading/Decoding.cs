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

    /// <summary>Bytes of no format that is read here: archives, programs, the older Word format.</summary>
    public const string Binary = "binary-document";

    /// <summary>Text in a language other than Chinese.</summary>
    public const string NotChinese = "not-chinese";

    /// <summary>More bytes than a report can have.</summary>
    public const string TooLarge = "too-large";

    /// <summary>Text that ends within a character.</summary>
    public const string Truncated = "truncated-document";

    /// <summary>Text in no encoding that is known here.</summary>
    public const string Undecodable = "undecodable";

    /// <summary>A document that asks for a password, or forbids that its text is taken.</summary>
    public const string Encrypted = "encrypted-document";

    /// <summary>A document whose inside makes no sense to the reader of its format.</summary>
    public const string Damaged = "damaged-document";

    /// <summary>More pages than a report can have.</summary>
    public const string TooManyPages = "too-many-pages";

    /// <summary>A picture of more pixels than a page needs.</summary>
    public const string TooManyPixels = "too-many-pixels";

    /// <summary>A document that unpacks to more than it may, or nests deeper.</summary>
    public const string Bomb = "unpacks-too-large";

    /// <summary>Elements nested deeper than in any page that people write.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>Reading took longer than a document may.</summary>
    public const string TooSlow = "too-slow";

    /// <summary>A program that reads this format is not installed here.</summary>
    public const string MissingProgram = "missing-program";
}
