namespace Tracker.Benchmarks;

internal static class Seeds
{
    /// <summary>The seeds folder above this program.</summary>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "seeds", "reports"))) return Path.Combine(folder.FullName, "seeds");
        throw new DirectoryNotFoundException("No seeds folder above " + AppContext.BaseDirectory);
    }
}
