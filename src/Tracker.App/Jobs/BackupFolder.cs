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

    /// <summary>Removes all but the newest. Files that a backup did not make are left alone.</summary>
    /// <returns>How many were removed.</returns>
    public int Prune()
    {
        if (!Directory.Exists(Folder)) return 0;
        var old = Directory.EnumerateFiles(Folder, Prefix + "*Z.*").Where(path => Path.GetExtension(path) is ".db" or ".dump")
            .OrderDescending(StringComparer.Ordinal).Skip(Keep).ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }
}
