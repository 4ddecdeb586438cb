using System.Security.Cryptography;
using System.Text;

namespace Tracker.Core.Pipeline.Extract;

/// <summary>标识: made from what is said and where in the outline, so that a corrected offset or an inserted paragraph keeps it.</summary>
internal sealed class ContentId(string prefix)
{
    private const int Digits = 12;
    private const char Separator = '\u001f';

    private readonly Dictionary<string, int> _occurrences = new(StringComparer.Ordinal);

    /// <param name="quote">Normalised text of the finding.</param>
    /// <returns>The prefix and 12 hexadecimal digits; the same words under the same headings are told apart by their order.</returns>
    public string Next(string quote, IReadOnlyList<string> path)
    {
        var content = quote + Separator + string.Join(Separator, path);
        var occurrence = _occurrences.GetValueOrDefault(content);
        _occurrences[content] = occurrence + 1;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(content + Separator + occurrence.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return prefix + Convert.ToHexStringLower(hash)[..Digits];
    }
}
