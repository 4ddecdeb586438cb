using System.Globalization;
using Tracker.App.Reports;
using Tracker.Data;

namespace Tracker.App.Jobs;

/// <summary>收件文件夹 under the data directory: new documents lie in it, those taken in under <c>done</c>, those put aside as drafts under <c>drafts</c>, the others under <c>refused</c>, with the reason beside them.</summary>
internal sealed class Inbox
{
    private readonly string _folder;

    public Inbox(DatabaseSettings settings)
    {
        _folder = Path.Combine(settings.DataDirectory, "inbox");
        Directory.CreateDirectory(Path.Combine(_folder, "done"));
        Directory.CreateDirectory(Path.Combine(_folder, "drafts"));
        Directory.CreateDirectory(Path.Combine(_folder, "refused"));
    }

    /// <param name="before">Files changed later are left for the next time.</param>
    public IReadOnlyList<string> Files(DateTimeOffset before) =>
    [
        .. Directory.EnumerateFiles(_folder).Order(StringComparer.Ordinal)
            .Where(path => Path.GetFileName(path) is var name && name[0] != '.' && name != Manifest.FileName && !name.Equals(BodyTable.FileName, StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".part", StringComparison.Ordinal))
            .Where(path => File.GetLastWriteTimeUtc(path) <= before.UtcDateTime),
    ];

    public void Done(string path) => Move(path, Free("done", path));

    public void Unsure(string path, string reason) => MoveWithReason(path, "drafts", reason);

    public void Refused(string path, string reason) => MoveWithReason(path, "refused", reason);

    private void MoveWithReason(string path, string folder, string reason)
    {
        // The reason first: a file without its reason would be a riddle, a reason without its file is not.
        var target = Free(folder, path);
        var note = target + ".reason.txt";
        File.WriteAllText(note, reason + "\n");
        if (!Move(path, target) && !File.Exists(target)) File.Delete(note);
    }

    /// <returns>False where another process was faster.</returns>
    private static bool Move(string path, string target)
    {
        try
        {
            File.Move(path, target, overwrite: false);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    /// <summary>The file's own name, or with a number where that is taken: what was moved there before is kept.</summary>
    private string Free(string folder, string path)
    {
        var (name, extension) = (Path.GetFileNameWithoutExtension(path), Path.GetExtension(path));
        for (var number = 1; ; number++)
        {
            var target = Path.Combine(_folder, folder, number == 1 ? name + extension : string.Create(CultureInfo.InvariantCulture, $"{name}-{number}{extension}"));
            if (!File.Exists(target)) return target;
        }
    }
}
