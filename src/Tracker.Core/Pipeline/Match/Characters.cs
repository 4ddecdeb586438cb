namespace Tracker.Core.Pipeline.Match;

/// <summary>Characters as the term statistics see them.</summary>
public static class Characters
{
    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf';

    public static bool IsLatinOrDigit(char c) => c is >= '0' and <= '9' or >= 'A' and <= 'Z' or >= 'a' and <= 'z';

    /// <summary>Up to four characters as one number, so that strings can be counted without being made.</summary>
    public static ulong Pack(ReadOnlySpan<char> characters)
    {
        ulong packed = 0;
        foreach (var c in characters) packed = (packed << 16) | c;
        return packed;
    }

    public static string Unpack(ulong packed)
    {
        Span<char> characters = stackalloc char[4];
        var at = 4;
        for (; packed != 0; packed >>= 16) characters[--at] = (char)(packed & 0xffff);
        return new string(characters[at..]);
    }

    /// <summary>One spelling for comparing: full-width letters, digits and percent signs narrowed, Latin letters lowered.</summary>
    public static char Fold(char c) => c switch
    {
        >= '\uff10' and <= '\uff19' or >= '\uff21' and <= '\uff3a' or >= '\uff41' and <= '\uff5a' => char.ToLowerInvariant((char)(c - 0xfee0)),
        '\uff05' => '%',
        '\uff0e' => '.',
        _ => char.ToLowerInvariant(c),
    };
}
