using AngleSharp.Html.Parser;
using Tracker.Core.Reading;

namespace Tracker.App.Documents.Html;

/// <summary>Reads the article out of a web page. Nothing that the page refers to is fetched, no script runs.</summary>
internal static class HtmlReader
{
    private const int MostMegabytes = 16;
    private const int Deepest = 1000;

    private static readonly string Library = "anglesharp-" + typeof(HtmlParser).Assembly.GetName().Version?.ToString(3);

    public static DocumentText Read(byte[] bytes)
    {
        if (bytes.Length > MostMegabytes * 1024 * 1024) throw new UnreadableDocumentException(UnusableCodes.TooLarge, $"网页超过{MostMegabytes} MB，请只保留报告正文。");
        var (markup, encoding, _) = MarkupDecoder.Decode(bytes);
        if (MarkupDepth.Of(markup) > Deepest) throw new UnreadableDocumentException(UnusableCodes.TooDeep, "网页的标签嵌套得太深，不像正常的网页，请把正文另存为文本文件。");
        using var page = new HtmlParser().ParseDocument(markup);
        return new DocumentText(Article.TextOf(page), PageMap.None, encoding, Extractor.With("html", Library), []);
    }
}
