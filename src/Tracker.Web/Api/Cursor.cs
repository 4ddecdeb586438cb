using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Tracker.Web.Api;

/// <summary>Where a page of a list ended, as an opaque string for addresses.</summary>
public static class Cursor
{
    /// <summary>What a refusal says of any other string.</summary>
    public const string Wrong = "cursor不是上一页给出的；不带它就从头读起。";

    private const char Separator = '\n';

    public static string Write(params object[] parts) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        string.Join(Separator, parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)))));

    /// <returns>False for null and for anything that <see cref="Write"/> did not make of that many parts.</returns>
    public static bool TryRead(string? cursor, int count, out string[] parts)
    {
        parts = [];
        if (string.IsNullOrEmpty(cursor) || !Base64Url.IsValid(cursor))
        {
            return false;
        }

        parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(Separator);
        return parts.Length == count;
    }
}
