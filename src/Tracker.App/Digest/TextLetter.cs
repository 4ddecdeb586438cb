using System.Text;
using Tracker.App.Mail;

namespace Tracker.App.Digest;

/// <summary>The letter as plain text that reads well by itself: lines of at most 72 columns, a Chinese character counted as two.</summary>
public static class TextLetter
{
    private const int Width = 72;

    public static string Of(Letter letter)
    {
        var words = DigestWords.In(letter.Language);
        var text = new StringBuilder();
        Line(text, $"{letter.Title}  {letter.Dates}", "");
        Line(text, letter.Summary, "");
        foreach (var section in letter.Sections)
        {
            text.Append('\n');
            Line(text, $"【{section.Title}】".Replace("【", words.Tag == "en" ? "== " : "【", StringComparison.Ordinal).Replace("】", words.Tag == "en" ? " ==" : "】", StringComparison.Ordinal), "");
            if (section.Note.Length > 0) Line(text, section.Note, "");
            for (var i = 0; i < section.Entries.Count; i++) Entry(text, words, i + 1, section.Entries[i]);
            if (section.More.Length > 0)
            {
                text.Append('\n');
                Line(text, $"{section.More}{(words.Tag == "en" ? ": " : "：")}", "");
                text.Append(section.MoreAddress).Append('\n');
            }
        }

        text.Append('\n').Append('-', 40).Append('\n');
        Line(text, words.WhySent, "");
        for (var i = 0; i < letter.Subscriptions.Count; i++)
        {
            Line(text, $"· {letter.Subscriptions[i]}", "  ");
            Link(text, words.EndThisOne, MailLinks.Unsubscribe(i));
        }

        if (letter.Subscriptions.Count > 1) Link(text, words.EndAllOfThese, MailLinks.UnsubscribeAll);
        Link(text, words.Manage, MailLinks.Manage);
        return text.ToString();
    }

    private static void Entry(StringBuilder text, DigestWords words, int number, LetterEntry entry)
    {
        text.Append('\n');
        var lead = FormattableString.Invariant($"{number}. ");
        var indent = new string(' ', lead.Length);
        var headline = entry.IsQuote ? DigestWords.Quoted(entry.Headline) : entry.Headline;
        var colon = words.Tag == "en" ? ": " : "：";
        Line(text, lead + (entry.Kicker.Length > 0 ? entry.Kicker + colon : "") + headline, indent);
        if (entry.Chart.Count > 0) Line(text, indent + string.Join("  ", entry.Chart.Select(part => FormattableString.Invariant($"{part.Word} {part.Count}"))), indent);
        if (entry.Why.Length > 0) Line(text, indent + entry.Why, indent);
        if (entry.Evidence.Length > 0) Line(text, indent + words.EvidenceLabel + colon + DigestWords.Quoted(entry.Evidence), indent);
        if (entry.Reason.Length > 0) Line(text, indent + words.ReasonLabel + colon + DigestWords.Quoted(entry.Reason), indent);
        text.Append(indent).Append(entry.Address).Append('\n');
    }

    private static void Link(StringBuilder text, string label, string address) => text.Append("  ").Append(label).Append("\n  ").Append(address).Append('\n');

    /// <summary>Breaks at the width: between any two Chinese characters, else at a blank; what must not begin a line stays on the one before.</summary>
    private static void Line(StringBuilder text, string words, string indent)
    {
        var line = new StringBuilder();
        var columns = 0;
        foreach (var piece in Pieces(words))
        {
            var width = piece.Sum(character => PlainLine.IsWide(character) ? char.IsSurrogate(character) ? 1 : 2 : 1);
            if (columns + width > Width && columns > indent.Length)
            {
                text.Append(line.ToString().TrimEnd()).Append('\n');
                line.Clear().Append(indent);
                columns = indent.Length;
                if (piece.Trim().Length == 0) continue;
            }

            line.Append(piece);
            columns += width;
        }

        text.Append(line.ToString().TrimEnd()).Append('\n');
    }

    /// <summary>The shortest stretches that no line end may cut.</summary>
    private static IEnumerable<string> Pieces(string words)
    {
        const string noStart = "，。、；：？！）》】”’…,.;:?!)%", noEnd = "（《【“‘(";
        var piece = new StringBuilder();
        for (var i = 0; i < words.Length; i++)
        {
            piece.Append(words[i]);
            var isLast = i == words.Length - 1;
            if (isLast || MayBreak(words[i], words[i + 1]))
            {
                yield return piece.ToString();
                piece.Clear();
            }
        }

        static bool MayBreak(char before, char after)
        {
            if (noStart.Contains(after, StringComparison.Ordinal) || noEnd.Contains(before, StringComparison.Ordinal) || char.IsLowSurrogate(after)) return false;
            return before == ' ' || after == ' ' || PlainLine.IsWide(before) || PlainLine.IsWide(after);
        }
    }
}
