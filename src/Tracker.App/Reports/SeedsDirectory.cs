using Microsoft.Extensions.Configuration;

namespace Tracker.App.Reports;

/// <summary>Finds the folder with the reports that come with the product.</summary>
public static class SeedsDirectory
{
    private const string Name = "seeds";

    /// <summary>The setting <c>Tracker:SeedsDirectory</c>, else the nearest folder <c>seeds</c> with a manifest upwards of the program.</summary>
    /// <returns>Null where there is none.</returns>
    public static string? Find(IConfiguration configuration)
    {
        if (configuration["Tracker:SeedsDirectory"] is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var seeds = Path.Combine(folder.FullName, Name);
            if (File.Exists(Path.Combine(seeds, Manifest.FileName)))
            {
                return seeds;
            }
        }

        return null;
    }
}
