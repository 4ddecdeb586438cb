namespace Tracker.App.Documents.Programs;

/// <summary>A temporary folder that only this program's user may enter, gone with all it holds when done.</summary>
internal sealed class WorkFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("tracker-").FullName;

    public async Task<string> WriteAsync(string name, byte[] bytes, CancellationToken cancellation)
    {
        var path = System.IO.Path.Combine(Path, name);
        await File.WriteAllBytesAsync(path, bytes, cancellation);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
