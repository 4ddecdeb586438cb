using System.Text;
using AngleSharp.Dom;

namespace Tracker.App.Documents.Html;

/// <summary>
/// 网页正文: the article out of a page's furniture. Of the page's sentences the article holds nearly all, so the search goes down from the body
/// as long as one child holds them; inside it, lists of links and what the page marks as furniture are left out.
/// </summary>
internal static class Article
{
    private const double NearlyAll = .8;
    private const double MostlyLinks = .5;
    private const int FewestLetters = 8;
    private const string SentenceMarks = "。，；、：";

    private static readonly HashSet<string> Furniture = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "button", "select", "iframe", "svg", "object", "embed", "head", "figcaption", "textarea", "video", "audio", "canvas", "dialog", "menu",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "ruby", "rb", "rt", "rp",
    };

    /// <returns>The article's blocks, one a line; the page's heading first where the article lacks it.</returns>
    public static string TextOf(IDocument page)
    {
        var root = page.Body ?? page.DocumentElement;
        if (root is null) return "";
        var blocks = Blocks(root);
        var article = Narrowed(root, blocks);
        var inside = blocks.Where(block => IsWithin(block.Element, article)).Where(block => !IsLinks(block)).ToList();
        var text = string.Join('\n', inside.Select(block => block.Text));
        var heading = Heading(page);
        return heading.Length > 0 && !Letters(text).Contains(Letters(heading), StringComparison.Ordinal) ? $"{heading}\n{text}\n" : text + "\n";
    }

    private sealed record Block(IElement Element, string Text, int Letters, int Linked)
    {
        /// <summary>What of it reads like sentences: links and menus have no commas.</summary>
        public int Prose => Text.AsSpan().IndexOfAny(SentenceMarks) >= 0 && Linked < MostlyLinks * Letters ? Letters : 0;
    }

    private static IElement Narrowed(IElement root, List<Block> blocks)
    {
        var weights = new Dictionary<IElement, int>();
        foreach (var block in blocks.Where(block => block.Prose > 0))
        {
            for (var holder = block.Element; holder is not null; holder = holder.ParentElement) weights[holder] = weights.GetValueOrDefault(holder) + block.Prose;
        }

        for (var article = root; ;)
        {
            var enough = NearlyAll * weights.GetValueOrDefault(article);
            // A child that is a paragraph itself is not gone into: a report of one paragraph keeps its headings.
            var next = article.Children.FirstOrDefault(child => weights.GetValueOrDefault(child) is var weight && weight > 0 && weight >= enough && !blocks.Exists(block => block.Element == child));
            if (next is null) return article;
            article = next;
        }
    }

    /// <summary>The text of every block in the order of the page. Walks without recursion, for pages nest as they like.</summary>
    private static List<Block> Blocks(IElement root)
    {
        var blocks = new List<Block>();
        var text = new StringBuilder();
        var (letters, linked) = (0, 0);
        var owner = root;

        void End(IElement next)
        {
            var said = Squeezed(text);
            if (said.Length > 0) blocks.Add(new Block(owner, said, letters, linked));
            text.Clear();
            (letters, linked, owner) = (0, 0, next);
        }

        for (INode? node = root; node is not null;)
        {
            var skip = false;
            if (node is IText words)
            {
                text.Append(words.Data);
                var count = words.Data.Count(char.IsLetterOrDigit);
                letters += count;
                if (IsInLink(words, owner)) linked += count;
            }
            else if (node is IElement element)
            {
                skip = IsFurniture(element) && element != root;
                if (!skip && element.LocalName == "br") End(owner);
                else if (!skip && !Inline.Contains(element.LocalName)) End(element);
            }

            if (!skip && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node is not null && node != root && node.NextSibling is null)
            {
                node = node.Parent;
                if (node is IElement left && !Inline.Contains(left.LocalName)) End(left.ParentElement ?? root);
            }

            if (node is null || node == root) break;
            if (node is IElement done && !Inline.Contains(done.LocalName) && done.LocalName != "br" && !IsFurniture(done)) End(done.ParentElement ?? root);
            node = node.NextSibling;
        }

        End(root);
        return blocks;
    }

    private static bool IsInLink(IText words, IElement owner)
    {
        for (var holder = words.ParentElement; holder is not null && holder != owner; holder = holder.ParentElement)
        {
            if (holder.LocalName == "a") return true;
        }

        return false;
    }

    private static bool IsFurniture(IElement element)
    {
        if (Furniture.Contains(element.LocalName) || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true") return true;
        if (element.GetAttribute("role") is "navigation" or "banner" or "contentinfo" or "search" or "complementary") return true;
        var style = element.GetAttribute("style") ?? "";
        return style.Contains("display", StringComparison.OrdinalIgnoreCase)
            && string.Concat(style.Where(c => !char.IsWhiteSpace(c))).Contains("display:none", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsLinks(Block block) => block.Letters == 0 || block.Linked >= MostlyLinks * block.Letters;

    private static bool IsWithin(IElement element, IElement holder)
    {
        for (var at = element; at is not null; at = at.ParentElement)
        {
            if (at == holder) return true;
        }

        return false;
    }

    /// <summary>What the page calls itself: its own note of the article's title, else its first heading, else its title up to a dash or bar.</summary>
    private static string Heading(IDocument page)
    {
        var noted = page.QuerySelectorAll("meta[name][content]")
            .FirstOrDefault(meta => string.Equals(meta.GetAttribute("name"), "ArticleTitle", StringComparison.OrdinalIgnoreCase))?.GetAttribute("content");
        var heading = Squeezed(new StringBuilder(noted ?? page.QuerySelector("h1")?.TextContent ?? ""));
        return heading.Length >= FewestLetters ? heading : Squeezed(new StringBuilder((page.Title ?? "").Split('_', '|', '-')[0]));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    /// <summary>Blanks as a browser shows them: a run of them is one, none at the ends; the indent of Chinese paragraphs goes too.</summary>
    private static string Squeezed(StringBuilder text)
    {
        var squeezed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i])) squeezed.Append(text[i]);
            else if (squeezed.Length > 0 && squeezed[^1] != ' ') squeezed.Append(' ');
        }

        return squeezed.ToString().Trim();
    }
}
