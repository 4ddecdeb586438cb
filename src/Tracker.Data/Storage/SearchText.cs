using System.Globalization;
using System.Text;

namespace Tracker.Data.Storage;

/// <summary>Folds words for searching, the same for what is stored and what is asked: full width, case and blanks make no difference.</summary>
public static class SearchText
{
    public static string Fold(string words)
    {
        var folded = new StringBuilder(words.Length);
        foreach (var character in words)
        {
            if (!char.IsWhiteSpace(character) && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Format)
            {
                folded.Append(char.ToLowerInvariant(HalfWidth(character)));
            }
        }

        return folded.ToString();
    }

    private static char HalfWidth(char character) => character is >= '！' and <= '～' ? (char)(character - '！' + '!') : character;
}
