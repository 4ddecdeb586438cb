using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Extract.Clauses;
using Tracker.Core.Pipeline.Sections;

namespace Tracker.Core.Pipeline.Extract;

/// <summary>The body paragraphs of all sections of one kind, cut into sentences and clauses.</summary>
internal static class BodyParagraphs
{
    private const int LongestBullet = 40;
    private const int LongestIntroduction = 170;
    private const int LongParagraph = 120;
    private const int MostSentences = 2;
    private const int DeepestHeading = 3;

    public static IReadOnlyList<Paragraph> Of(SectionedText text, Func<SectionKind, bool> kind)
    {
        var paragraphs = new List<Paragraph>();
        var lines = text.Lines;
        var preamble = Preambles.Of(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!kind(lines[i].Kind) || IsBareHeading(lines[i])) continue;
            var paragraph = new Paragraph(lines[i], preamble.Contains(i) ? ParagraphRole.Preamble : RoleOf(lines, i));
            ClauseSplitter.Split(paragraph);
            SentencePurposes.Mark(paragraph);
            if (paragraph.Sentences.Count > 0) paragraphs.Add(paragraph);
        }

        return paragraphs;
    }

    private static bool IsBareHeading(SectionedLine line) => line.HeadingLength >= line.Line.Text.TrimEnd('。', '！', '：').Length;

    private static ParagraphRole RoleOf(IReadOnlyList<SectionedLine> lines, int index)
    {
        var line = lines[index];
        if (IsBullet(line)) return ParagraphRole.Bullet;
        return Introduces(lines, index) ? ParagraphRole.Introduction : ParagraphRole.Body;
    }

    private static bool IsBullet(SectionedLine line) =>
        line.HeadingLength == 0 && line.Line.Text.Length <= LongestBullet && line.Line.Markup is "-" or "*" or "+" or "●" or "■" or "◆";

    /// <summary>Right behind a heading, short, and followed by bullets or by longer paragraphs under the same heading.</summary>
    private static bool Introduces(IReadOnlyList<SectionedLine> lines, int index)
    {
        var line = lines[index];
        var bodyLength = line.Line.Text.Length - line.HeadingLength;
        if (bodyLength > LongestIntroduction || line.Line.Text.AsSpan(line.HeadingLength).Count('。') > MostSentences) return false;
        var underHeading = line.HeadingLength > 0 ? line.Level < DeepestHeading
            : index > 0 && lines[index - 1] is { HeadingLength: > 0 } above && IsBareHeading(above) && above.Level < DeepestHeading;
        if (!underHeading || index + 1 >= lines.Count) return false;
        var next = lines[index + 1];
        if (IsBullet(next)) return true;
        return next.HeadingLength == 0 && next.Kind == line.Kind && next.Line.Text.Length > LongParagraph
            && Lexicon.ModifierHeads.LengthAt(line.Line.Text, line.HeadingLength) > 0;
    }

    private static Vocabulary.Lexicon Lexicon => Vocabulary.Lexicon.Default;
}
