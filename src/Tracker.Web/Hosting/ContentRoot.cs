namespace Tracker.Web.Hosting;

/// <summary>Finds the folder that holds <c>wwwroot</c>, wherever the program was started from.</summary>
internal static class ContentRoot
{
    /// <returns>The program's own folder once published, the project's folder when run from its build output.</returns>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "wwwroot")))
            {
                return folder.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }
}
