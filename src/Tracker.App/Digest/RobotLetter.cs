using System.Text;
using Tracker.App.Mail;
using Tracker.App.Robots;
using Tracker.Data.Entities;

namespace Tracker.App.Digest;

/// <summary>The letter as a Markdown message to a group: as much of it as the service takes, what matters most first, and where to read the rest.</summary>
public static class RobotLetter
{
    /// <summary>What Markdown would read as marks, and what looks the same and is none: no word of a report makes a link or calls anybody.</summary>
    private const string Marks = "[]<>*`_#\\|~", Lookalikes = "［］＜＞＊｀＿＃＼｜～";

    public static string Of(Letter letter, RobotKind kind)
    {
        var words = DigestWords.In(letter.Language);
        var end = Line(kind, $"[{Plain(words.OnTheSite)}]({letter.Home}/)");
        var text = new StringBuilder();
        text.Append(Line(kind, $"### {Plain(letter.Title)} · {Plain(letter.Dates)}")).Append(Line(kind, $"**{Plain(letter.Summary)}**"));
        var isCut = false;
        var note = Line(kind, Plain(words.CutShort));
        foreach (var section in letter.Sections)
        {
            var head = Line(kind, $"**{Plain(section.Title)}**") + (section.Note.Length > 0 ? Line(kind, Plain(section.Note)) : "");
            foreach (var entry in section.Entries)
            {
                var block = head + Entry(kind, words, entry);
                if (isCut || !Fits(kind, text, block, note + end))
                {
                    isCut = true;
                    break;
                }

                text.Append(block);
                head = "";
            }

            if (!isCut && section.More.Length > 0 && Line(kind, $"[{Plain(section.More)}]({section.MoreAddress})") is var more && Fits(kind, text, more, note + end)) text.Append(more);
        }

        if (isCut) text.Append(note);
        return text.Append(end).ToString();
    }

    private static string Entry(RobotKind kind, DigestWords words, LetterEntry entry)
    {
        var headline = Plain(entry.IsQuote ? DigestWords.Quoted(entry.Headline) : entry.Headline);
        string[] said = [entry.Kicker, entry.Why, entry.Chart.Count > 0 ? string.Join(' ', entry.Chart.Select(part => FormattableString.Invariant($"{part.Word} {part.Count}"))) : ""];
        var text = new StringBuilder(Line(kind, $"[{headline}]({entry.Address})"));
        if (said.Any(part => part.Length > 0)) text.Append(Line(kind, "> " + string.Join(" · ", said.Where(part => part.Length > 0).Select(Plain))));
        if (entry.Evidence.Length > 0) text.Append(Line(kind, $"> {Plain(words.EvidenceLabel)}{Colon(words)}{Plain(DigestWords.Quoted(entry.Evidence))}"));
        // WeCom takes a line right behind a quotation for a part of it.
        return text.Append(kind == RobotKind.WeCom ? "\n" : "").ToString();
    }

    private static bool Fits(RobotKind kind, StringBuilder text, string block, string end) =>
        RobotMessage.BytesOf(kind, $"{text}{block}{end}") <= RobotMessage.MostBytes(kind);

    /// <summary>DingTalk joins lines with no blank one between them; WeCom shows each.</summary>
    private static string Line(RobotKind kind, string words) => words + (kind == RobotKind.DingTalk ? "\n\n" : "\n");

    private static string Plain(string words)
    {
        var line = new StringBuilder(PlainLine.Of(words));
        for (var i = 0; i < Marks.Length; i++) line.Replace(Marks[i], Lookalikes[i]);
        return line.ToString();
    }

    private static string Colon(DigestWords words) => words.Tag == "en" ? ": " : "：";
}
