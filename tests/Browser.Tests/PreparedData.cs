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

        // The program was ended without warning; what it had stored is in the database's file and in the log beside it.
        foreach (var file in Folder.EnumerateFiles())
            file.CopyTo(Path.Combine(data.FullName, file.Name));
    }
}
