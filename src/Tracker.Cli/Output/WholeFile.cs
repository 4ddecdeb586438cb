namespace Tracker.Cli.Output;

/// <summary>Writes a file wholly or not at all: what was there before stays until the new one is complete.</summary>
internal static class WholeFile
{
    public static async Task<T> WriteAsync<T>(string path, Func<Stream, Task<T>> write)
    {
        var unfinished = path + ".part";
        try
        {
            T result;
            await using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                result = await write(stream);
            }

            File.Move(unfinished, path, overwrite: true);
            return result;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
