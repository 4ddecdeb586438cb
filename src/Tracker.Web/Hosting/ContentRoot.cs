namespace Tracker.Web.Hosting;

/// <summary>Finds the folder that holds <c>wwwroot</c>, wherever the program was started from.</summary>
internal static class ContentRoot
{
    private static readonly string[] Places = [".", Path.Combine("src", "Tracker.Web")];

    /// <returns>The program's own folder once published, the project's folder when run from a build output, the tests' included.</returns>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Places.Select(place => Path.GetFullPath(place, folder.FullName)).FirstOrDefault(HasPages) is { } root)
            {
                return root;
            }
        }

        return AppContext.BaseDirectory;
    }

    private static bool HasPages(string folder) => Directory.Exists(Path.Combine(folder, "wwwroot"));
}
