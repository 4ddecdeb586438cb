using System.Globalization;
using Microsoft.Extensions.Configuration;
using Tracker.Data;

namespace Tracker.App.Drafts;

/// <param name="MostBytes">Of one request that hands files in, all of its files together.</param>
/// <param name="MostFiles">Files of one request.</param>
/// <param name="DraftsKept">After so long a draft that nobody confirmed is removed.</param>
public sealed record UploadSettings(long MostBytes, int MostFiles, TimeSpan DraftsKept)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Reads <c>Tracker:Uploads:MaxMegabytes</c> (200), <c>MaxFiles</c> (30) and <c>DraftDays</c> (30).</summary>
    /// <exception cref="DatabaseSettingsException">One is no whole number above 0.</exception>
    public static UploadSettings Of(IConfiguration? configuration)
    {
        return new UploadSettings(Number("MaxMegabytes", 200, 4096) * Megabyte, Number("MaxFiles", 30, 1000), TimeSpan.FromDays(Number("DraftDays", 30, 3650)));

        int Number(string name, int otherwise, int most) => configuration?[$"Tracker:Uploads:{name}"] is not { Length: > 0 } text
            ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most
                ? number
                : throw new DatabaseSettingsException($"Tracker__Uploads__{name} is '{text}': use a whole number from 1 to {most}.");
    }
}
