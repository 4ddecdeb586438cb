using Tracker.Core.Domain;
using Tracker.Core.Reading;

namespace Tracker.App.Documents;

/// <summary>文稿正文: what was read out of a document's bytes.</summary>
/// <param name="Text">Without byte order mark; the offsets of every finding count in it.</param>
/// <param name="DecodedAs">The encoding of a text or web page, such as <c>gb18030</c>; else <c>pdf</c>, <c>docx</c> or <c>scan</c>.</param>
/// <param name="Issues">What is odd about the document itself, as against its text.</param>
public sealed record DocumentText(string Text, PageMap Pages, string DecodedAs, Extractor Extractor, IReadOnlyList<Issue> Issues);

/// <summary>读取程序: what read a text out of its document, and in which version.</summary>
/// <param name="Version">Of this product's own reader, and after a plus those of the programs and libraries that it used: <c>1+poppler-22.12.0</c>.</param>
public sealed record Extractor(string Name, string Version)
{
    /// <summary>Raised with every change after which the same bytes may give another text.</summary>
    private const string Reader = "2";

    public static readonly Extractor PlainText = new("text", Reader);

    public static Extractor With(string name, params string[] used) => new(name, $"{Reader}+{string.Join('.', used)}");
}
