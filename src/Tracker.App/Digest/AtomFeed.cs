using System.Globalization;
using System.Text;
using System.Xml;
using Tracker.Data.Entities;

namespace Tracker.App.Digest;

/// <summary>News as an Atom 1.0 feed (RFC 4287).</summary>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>Names things for ever (RFC 4151): the site's name as of this year.</summary>
    private const string TagYear = "2026";

    /// <param name="site">Address of the site, without a slash at the end.</param>
    /// <param name="path">The feed's own, with its query.</param>
    /// <param name="entries">Newest first.</param>
    /// <param name="updated">When anything in it changed last.</param>
    public static byte[] Write(string site, string path, DigestLanguage language, string title, IReadOnlyList<FeedEntry> entries, DateTimeOffset updated)
    {
        var words = DigestWords.In(language);
        var tag = $"tag:{new Uri(site).IdnHost},{TagYear}:";
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, words.Tag);
            Element(xml, "id", tag + path);
            Element(xml, "title", title);
            Element(xml, "updated", Moment(updated));
            xml.WriteStartElement("author", Namespace);
            Element(xml, "name", words.Sender);
            xml.WriteEndElement();
            Link(xml, "self", "application/atom+xml", site + path);
            Link(xml, "alternate", "text/html", site + "/");
            foreach (var entry in entries) Entry(xml, words, tag, entry);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Entry(XmlWriter xml, DigestWords words, string tag, FeedEntry news)
    {
        var entry = news.Entry;
        var colon = words.Tag == "en" ? ": " : "：";
        string[] said =
        [
            entry.Why,
            string.Join(words.Separator, entry.Chart.Select(part => FormattableString.Invariant($"{part.Word} {part.Count}"))),
            entry.Evidence.Length > 0 ? words.EvidenceLabel + colon + DigestWords.Quoted(entry.Evidence) : "",
            entry.Reason.Length > 0 ? words.ReasonLabel + colon + DigestWords.Quoted(entry.Reason) : "",
        ];
        xml.WriteStartElement("entry", Namespace);
        Element(xml, "id", $"{tag}{words.Tag}/{news.Id}");
        Element(xml, "title", entry.Kicker + colon + (entry.IsQuote ? DigestWords.Quoted(entry.Headline) : entry.Headline));
        Element(xml, "updated", Moment(news.At));
        Link(xml, "alternate", "text/html", entry.Address);
        Element(xml, "summary", string.Join('\n', said.Where(part => part.Length > 0)));
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string words) => xml.WriteElementString(name, Namespace, words);

    private static void Link(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
