using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Match;

/// <summary>A stretch of a source text in the spelling that is compared: no blanks, soft breaks or bytes of layout, with the way back.</summary>
public sealed class FoldedText
{
    private readonly int[] offsets;

    private FoldedText(string text, int[] offsets) => (Text, this.offsets) = (text, offsets);

    public string Text { get; }

    public static FoldedText Of(string source, TextSpan span)
    {
        var characters = new char[span.Length];
        var offsets = new int[span.Length];
        var length = 0;
        for (var at = span.Start; at < span.End; at++)
        {
            var c = source[at];
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200b' or '\ufeff' or '*' or '#') continue;
            characters[length] = Widen(Characters.Fold(c));
            offsets[length++] = at;
        }

        return new FoldedText(new string(characters, 0, length), offsets[..length]);
    }

    /// <summary>The source span of the half-open range of folded characters; the range must not be empty.</summary>
    public TextSpan SourceSpan(int start, int end) => new(offsets[start], offsets[end - 1] + 1);

    private static char Widen(char c) => c switch
    {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '!' => '！',
        '?' => '？',
        '(' => '（',
        ')' => '）',
        _ => c,
    };
}
