namespace Tracker.Browser.Tests;

/// <summary>A data directory as a first start leaves it: made once in a test run, copied for each site.</summary>
internal static class PreparedData
{
    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("tracker-first-start-");
    private static readonly Lazy<Task> FirstStart = new(async () => await (await WebProgram.StartAsync(Folder.FullName)).DisposeAsync());

    static PreparedData() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Delete(recursive: true);

    public static async Task CopyToAsync(DirectoryInfo data)
    {
        await FirstStart.Value;
        Copy(Folder, data);
    }

    /// <summary>The database's file and the log beside it, in which is what a program had stored that was ended without warning.</summary>
    public static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.EnumerateFiles()) file.CopyTo(Path.Combine(to.FullName, file.Name));
    }
}
