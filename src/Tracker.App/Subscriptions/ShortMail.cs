using System.Net;
using Tracker.App.Mail;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>A mail of a few sentences around one link, as text and as HTML that any mail program shows.</summary>
internal static class ShortMail
{
    /// <param name="link">A slot of <see cref="MailLinks"/>.</param>
    public static MailContent Of(
        DigestLanguage language, string subject, IReadOnlyList<string> before, string link, string linkWords, IReadOnlyList<string> after) => MailContent.Of(
        language, subject, string.Join("\n\n", [.. before, link, .. after]) + "\n", $"""
        <!DOCTYPE html>
        <html lang="{(language == DigestLanguage.English ? "en" : "zh-CN")}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>{WebUtility.HtmlEncode(subject)}</title></head>
        <body style="margin:0;padding:24px 16px;font-family:-apple-system,'PingFang SC','Microsoft YaHei',sans-serif;font-size:16px;line-height:1.7;">
        <div style="max-width:568px;margin:0 auto;">{Paragraphs(before)}
        <p style="margin:24px 0;"><a href="{link}" style="display:inline-block;padding:10px 20px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:3px;">{WebUtility.HtmlEncode(linkWords)}</a></p>
        {Paragraphs(after)}</div></body></html>

        """);

    private static string Paragraphs(IEnumerable<string> sentences) => string.Concat(sentences.Select(words => $"<p style=\"margin:0 0 12px;\">{WebUtility.HtmlEncode(words)}</p>"));
}
