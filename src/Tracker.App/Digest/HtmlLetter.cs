using System.Globalization;
using System.Net;
using System.Text;
using Tracker.App.Mail;
using Tracker.Core.Domain;

namespace Tracker.App.Digest;

/// <summary>The letter as HTML that mail programs keep: tables and inline styles, 600 px, nothing loaded from anywhere, dark where the reader's program is dark.</summary>
public static class HtmlLetter
{
    private const string Font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;";

    /// <summary>What inline styles cannot say. A program that drops it shows the light letter.</summary>
    private const string Style = """
        :root{color-scheme:light dark;supported-color-schemes:light dark}
        a{color:#1a5fb4}
        @media (max-width:620px){.sheet{width:100%!important}.pad{padding-left:18px!important;padding-right:18px!important}}
        @media (prefers-color-scheme:dark){
        .page{background:#15181d!important}.sheet{background:#1e2229!important;border-color:#333a45!important}
        .ink{color:#e8eaed!important}.soft{color:#aab2bd!important}.rule{border-color:#333a45!important}
        .quote{background:#262b34!important;border-color:#4a5362!important;color:#d3d8df!important}
        a{color:#8ab8f5!important}
        .fulfilled{background:#1d4a31!important;color:#a9e5c1!important}.partial{background:#54420f!important;color:#f3d98b!important}
        .none{background:#3a414c!important;color:#dde2e9!important}.contradicted{background:#5c2326!important;color:#f6b9bb!important}
        .bar-fulfilled{background:#4fae7a!important}.bar-partial{background:#d3a72c!important}.bar-none{background:#6d7785!important}.bar-contradicted{background:#d9646a!important}
        }
        """;

    public static string Of(Letter letter)
    {
        var words = DigestWords.In(letter.Language);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="{words.Tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
            <title>{E(letter.Subject)}</title><style>{Style}</style></head>
            <body class="page" style="margin:0;padding:0;background:#eef0f3">
            <div style="display:none;max-height:0;overflow:hidden">{E(letter.Summary)}</div>
            <table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#eef0f3"><tr><td align="center" style="padding:16px 0">
            <table role="presentation" class="sheet" width="600" cellpadding="0" cellspacing="0" style="width:600px;background:#ffffff;border:1px solid #dde1e6;border-radius:6px;text-align:left">
            <tr><td class="pad" style="padding:28px 32px 8px;{Font}">
            <p class="soft" style="margin:0 0 6px;font-size:13px;line-height:20px;color:#5b6470">{E(letter.Title)} · {E(letter.Dates)}</p>
            <h1 class="ink" style="margin:0;font-size:21px;line-height:31px;font-weight:600;color:#1b1f24">{E(letter.Summary)}</h1>
            </td></tr>

            """);
        foreach (var section in letter.Sections) Section(html, words, section);
        Footer(html, words, letter);
        return html.Append("</table></td></tr></table></body></html>\n").ToString();
    }

    private static void Section(StringBuilder html, DigestWords words, LetterSection section)
    {
        html.Append(CultureInfo.InvariantCulture, $"""
            <tr><td class="pad" style="padding:20px 32px 0;{Font}"><h2 class="ink rule" style="margin:0;padding:0 0 6px;border-bottom:2px solid #dde1e6;font-size:16px;line-height:24px;font-weight:600;color:#1b1f24">{E(section.Title)}</h2>

            """);
        if (section.Note.Length > 0) html.Append(CultureInfo.InvariantCulture, $"""<p class="soft" style="margin:8px 0 0;font-size:13px;line-height:20px;color:#5b6470">{E(section.Note)}</p>""").Append('\n');
        html.Append("</td></tr>\n");
        foreach (var entry in section.Entries) Entry(html, entry, words);
        if (section.More.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"""
                <tr><td class="pad" style="padding:12px 32px 0;{Font}font-size:14px;line-height:22px"><a href="{E(section.MoreAddress)}" style="color:#1a5fb4">{E(section.More)}</a></td></tr>

                """);
        }
    }

    private static void Entry(StringBuilder html, LetterEntry entry, DigestWords words)
    {
        html.Append("<tr><td class=\"pad\" style=\"padding:14px 32px 0;" + Font + "\">\n");
        if (entry.Kicker.Length > 0 || entry.To is not null)
        {
            html.Append(CultureInfo.InvariantCulture, $"""<p class="soft" style="margin:0 0 4px;font-size:13px;line-height:22px;color:#5b6470">{E(entry.Kicker)}""");
            if (entry.From is { } from) html.Append(" &nbsp;").Append(Badge(from)).Append(" →");
            if (entry.To is { } to) html.Append(" &nbsp;").Append(Badge(to));
            html.Append("</p>\n");
        }

        var headline = entry.IsQuote ? DigestWords.Quoted(entry.Headline) : entry.Headline;
        html.Append(CultureInfo.InvariantCulture, $"""<p style="margin:0;font-size:16px;line-height:25px"><a href="{E(entry.Address)}" style="color:#1a5fb4;text-decoration:none">{E(headline)}</a></p>""").Append('\n');
        if (entry.Chart.Count > 0) Chart(html, entry);
        if (entry.Why.Length > 0) Soft(html, E(entry.Why));
        if (entry.Evidence.Length > 0) Quote(html, words.EvidenceLabel, DigestWords.Quoted(entry.Evidence));
        if (entry.Reason.Length > 0) Quote(html, words.ReasonLabel, DigestWords.Quoted(entry.Reason));
        html.Append("</td></tr>\n");
    }

    /// <summary>A bar of table cells: pictures are not loaded, and colour is not all that tells.</summary>
    private static void Chart(StringBuilder html, LetterEntry entry)
    {
        var total = entry.Chart.Sum(part => part.Count);
        html.Append("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"margin:8px 0 4px\"><tr>\n");
        foreach (var (status, _, count) in entry.Chart)
        {
            html.Append(CultureInfo.InvariantCulture, $"""<td class="bar-{Class(status)}" width="{100.0 * count / total:0.#}%" height="10" style="height:10px;font-size:0;line-height:0;background:{Bar(status)}">&nbsp;</td>""").Append('\n');
        }

        html.Append("</tr></table>\n");
        html.Append(CultureInfo.InvariantCulture, $"""<p class="soft" style="margin:0;font-size:13px;line-height:24px;color:#5b6470">""");
        html.AppendJoin(" &nbsp;", entry.Chart.Select(part => $"{Badge(new LetterStatus(part.Status, part.Word))} {part.Count.ToString(CultureInfo.InvariantCulture)}")).Append("</p>\n");
    }

    private static void Footer(StringBuilder html, DigestWords words, Letter letter)
    {
        html.Append(CultureInfo.InvariantCulture, $"""
            <tr><td class="pad" style="padding:26px 32px 26px;{Font}"><table role="presentation" class="rule" width="100%" cellpadding="0" cellspacing="0" style="border-top:1px solid #dde1e6"><tr><td style="padding:14px 0 0">
            <p class="soft" style="margin:0 0 8px;font-size:13px;line-height:20px;color:#5b6470">{E(words.WhySent)}</p>

            """);
        for (var i = 0; i < letter.Subscriptions.Count; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"""<p class="soft" style="margin:0 0 4px;font-size:13px;line-height:20px;color:#5b6470">{E(letter.Subscriptions[i])} &nbsp;<a href="{MailLinks.Unsubscribe(i)}" style="color:#1a5fb4">{E(words.EndThisOne)}</a></p>""").Append('\n');
        }

        html.Append(CultureInfo.InvariantCulture, $"""<p class="soft" style="margin:10px 0 0;font-size:13px;line-height:20px;color:#5b6470"><a href="{MailLinks.Manage}" style="color:#1a5fb4">{E(words.Manage)}</a>""");
        if (letter.Subscriptions.Count > 1) html.Append(CultureInfo.InvariantCulture, $""" &nbsp;·&nbsp; <a href="{MailLinks.UnsubscribeAll}" style="color:#1a5fb4">{E(words.EndAllOfThese)}</a>""");
        html.Append("</p></td></tr></table></td></tr>\n");
    }

    private static void Soft(StringBuilder html, string words) =>
        html.Append(CultureInfo.InvariantCulture, $"""<p class="soft" style="margin:4px 0 0;font-size:14px;line-height:22px;color:#5b6470">{words}</p>""").Append('\n');

    private static void Quote(StringBuilder html, string label, string words) => html.Append(CultureInfo.InvariantCulture, $"""
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:6px 0 0"><tr><td class="quote" style="padding:8px 12px;background:#f5f6f8;border-left:3px solid #b9c1cc;{Font}font-size:14px;line-height:22px;color:#3b424b"><span class="soft" style="color:#5b6470">{E(label)}</span> {E(words)}</td></tr></table>

        """);

    private static string Badge(LetterStatus status) =>
        $"""<span class="{Class(status.Status)}" style="padding:2px 7px;border-radius:3px;white-space:nowrap;{Colours(status.Status)}">{E(status.Word)}</span>""";

    private static string Class(CommitmentStatus? status) => status switch
    {
        CommitmentStatus.Fulfilled => "fulfilled",
        CommitmentStatus.Partial => "partial",
        CommitmentStatus.Contradicted => "contradicted",
        _ => "none",
    };

    private static string Colours(CommitmentStatus? status) => status switch
    {
        CommitmentStatus.Fulfilled => "background:#dcf3e5;color:#14532d",
        CommitmentStatus.Partial => "background:#fbefc9;color:#5a4300",
        CommitmentStatus.Contradicted => "background:#fbdcdd;color:#7f1d1d",
        _ => "background:#e6e9ed;color:#333b45",
    };

    private static string Bar(CommitmentStatus status) => status switch
    {
        CommitmentStatus.Fulfilled => "#2f9e63",
        CommitmentStatus.Partial => "#d9a514",
        CommitmentStatus.Contradicted => "#c93a40",
        _ => "#9aa4b1",
    };

    private static string E(string words) => WebUtility.HtmlEncode(words);
}
