using System.Globalization;
using Microsoft.Extensions.Configuration;
using Tracker.Data;

namespace Tracker.App.Jobs;

/// <summary>备份 under the data directory, one file a backup, named by its time.</summary>
public sealed class BackupFolder(DatabaseSettings settings, IConfiguration? configuration = null)
{
    private const int UsualCount = 14;
    private const string Prefix = "tracker-";

    private string Folder => Path.Combine(settings.DataDirectory, "backups");

    /// <summary>How many are kept: <c>Tracker:Backups:Keep</c>, at least one.</summary>
    private int Keep => int.TryParse(configuration?["Tracker:Backups:Keep"], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : UsualCount;

    public string PathFor(DateTimeOffset at)
    {
        Directory.CreateDirectory(Folder);
        var extension = settings.Provider == DatabaseProvider.Sqlite ? "db" : "dump";
        return Path.Combine(Folder, $"{Prefix}{at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}.{extension}");
    }

    /// <param name="At">When it was finished.</param>
    public sealed record Newest(string File, DateTimeOffset At, long Bytes);

    /// <returns>Null where there is none yet.</returns>
    public Newest? FindNewest() =>
        Files().FirstOrDefault() is { } path && new FileInfo(path) is { Exists: true } file ? new Newest(file.Name, new DateTimeOffset(file.LastWriteTimeUtc), file.Length) : null;

    /// <summary>Removes all but the newest. Files that a backup did not make are left alone.</summary>
    /// <returns>How many were removed.</returns>
    public int Prune()
    {
        var old = Files().Skip(Keep).ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }

    /// <summary>The newest first.</summary>
    private IEnumerable<string> Files() => !Directory.Exists(Folder) ? [] :
        Directory.EnumerateFiles(Folder, Prefix + "*Z.*").Where(path => Path.GetExtension(path) is ".db" or ".dump").OrderDescending(StringComparer.Ordinal);
}
