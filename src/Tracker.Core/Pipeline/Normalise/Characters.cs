namespace Tracker.Core.Pipeline.Normalise;

/// <summary>Kinds of characters, as the steps tell them apart.</summary>
internal static class Characters
{
    /// <summary>Punctuation that ends a sentence.</summary>
    public const string SentenceEnds = "。！？；…";

    public static bool IsIdeograph(char c) => c is (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff') or '〇' || char.IsSurrogate(c);

    public static bool IsAsciiLetterOrDigit(char c) => char.IsAsciiLetterOrDigit(c);

    /// <summary>Blanks of every width, tabs and control characters.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c);

    /// <summary>Characters without width: joiners, direction and byte order marks, soft hyphens, variation selectors.</summary>
    public static bool IsInvisible(char c) =>
        c is '\u00ad' or (>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or (>= '\u2060' and <= '\u206f')
            or (>= '\ufe00' and <= '\ufe0f') or '\ufeff';
}
