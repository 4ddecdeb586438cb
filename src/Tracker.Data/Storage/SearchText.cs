using System.Globalization;
using System.Text;

namespace Tracker.Data.Storage;

/// <summary>Folds words for searching, the same for what is stored and what is asked: full width, case and blanks make no difference.</summary>
public static class SearchText
{
    public static string Fold(string words) => FoldWithOrigins(words).Folded;

    /// <returns>With each folded character its place in <paramref name="words"/>.</returns>
    public static (string Folded, IReadOnlyList<int> Origins) FoldWithOrigins(string words)
    {
        var (folded, origins) = (new StringBuilder(words.Length), new List<int>(words.Length));
        for (var i = 0; i < words.Length; i++)
        {
            if (!char.IsWhiteSpace(words[i]) && CharUnicodeInfo.GetUnicodeCategory(words[i]) != UnicodeCategory.Format)
            {
                folded.Append(char.ToLowerInvariant(HalfWidth(words[i])));
                origins.Add(i);
            }
        }

        return (folded.ToString(), origins);
    }

    private static char HalfWidth(char character) => character is >= '！' and <= '～' ? (char)(character - '！' + '!') : character;
}
