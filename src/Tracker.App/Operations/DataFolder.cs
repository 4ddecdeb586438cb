using Tracker.Data;

namespace Tracker.App.Operations;

/// <summary>数据目录: what lies in it, and what room is left beside it.</summary>
/// <param name="FreeBytes">On its volume, for the account that the program runs as.</param>
public sealed record DataFolder(string Path, long FreeBytes, IReadOnlyList<DataFolder.Part> Parts)
{
    private static readonly EnumerationOptions All = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <param name="Name">Of a folder in it; empty for the files beside those.</param>
    public sealed record Part(string Name, int Files, long Bytes);

    public static DataFolder Of(DatabaseSettings settings)
    {
        var folder = new DirectoryInfo(System.IO.Path.GetFullPath(settings.DataDirectory));
        var parts = new List<Part> { PartOf("", folder.Exists ? folder.EnumerateFiles() : []) };
        if (folder.Exists) parts.AddRange(folder.EnumerateDirectories().OrderBy(child => child.Name, StringComparer.Ordinal).Select(child => PartOf(child.Name, child.EnumerateFiles("*", All))));
        return new DataFolder(folder.FullName, new DriveInfo(folder.FullName).AvailableFreeSpace, parts);
    }

    private static Part PartOf(string name, IEnumerable<FileInfo> files)
    {
        var (count, bytes) = (0, 0L);
        foreach (var file in files)
        {
            // One that is gone meanwhile counts as empty.
            count++;
            bytes += file.Exists ? file.Length : 0;
        }

        return new Part(name, count, bytes);
    }
}
