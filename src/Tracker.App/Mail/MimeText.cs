using System.Globalization;
using System.Text;

namespace Tracker.App.Mail;

/// <summary>Writes a mail as it travels: headers in ASCII, text and HTML as alternatives, both UTF-8 in Base64, lines of at most 76 characters.</summary>
public static class MimeText
{
    private const int LongestEncodedWord = 75;
    private const int Line = 76;

    /// <returns>ASCII alone, every line ended by CR LF, the last one too.</returns>
    public static string Of(OutgoingMail mail)
    {
        // Base64 has no hyphens: the boundary cannot stand in a part.
        var boundary = "--=_" + mail.MessageId.Trim('<', '>').Split('@')[0];
        var text = new StringBuilder();
        void Header(string name, string value) => text.Append(name).Append(": ").Append(value).Append("\r\n");

        Header("From", $"{Encoded(mail.FromName)} <{mail.From}>");
        Header("To", mail.To);
        Header("Subject", Encoded(mail.Subject));
        Header("Date", mail.At.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header("Message-ID", mail.MessageId);
        Header("MIME-Version", "1.0");
        Header("Auto-Submitted", "auto-generated");
        Header("Content-Language", mail.Language);
        if (mail.OneClick is { } address)
        {
            Header("List-Unsubscribe", $"<{address}>");
            Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        Header("Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        Part("text/plain", mail.Text);
        Part("text/html", mail.Html);
        return text.Append("\r\n--").Append(boundary).Append("--\r\n").ToString();

        void Part(string type, string content)
        {
            text.Append("\r\n--").Append(boundary).Append("\r\n");
            Header("Content-Type", type + "; charset=utf-8");
            Header("Content-Transfer-Encoding", "base64");
            text.Append("\r\n");
            var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(content.ReplaceLineEndings("\r\n")));
            for (var at = 0; at < encoded.Length; at += Line)
            {
                text.Append(encoded, at, Math.Min(Line, encoded.Length - at)).Append("\r\n");
            }
        }
    }

    /// <summary>Words of a header as RFC 2047 has them: whatever they were, what comes out is ASCII on lines that the header goes on to.</summary>
    private static string Encoded(string words)
    {
        const string start = "=?utf-8?B?", end = "?=";
        const int most = (LongestEncodedWord - 12) / 4 * 3;
        var encoded = new List<string>();
        var word = new List<byte>(most);
        foreach (var rune in PlainLine.Of(words).EnumerateRunes())
        {
            if (word.Count + rune.Utf8SequenceLength > most) Close();
            word.AddRange(Encoding.UTF8.GetBytes(rune.ToString()));
        }

        Close();
        return string.Join("\r\n ", encoded);

        void Close()
        {
            if (word.Count > 0) encoded.Add(start + Convert.ToBase64String([.. word]) + end);
            word.Clear();
        }
    }
}
