using System.CommandLine;
using Tracker.App;
using Tracker.Data;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker restore FILE</c>: puts a backup in the database's place.</summary>
internal static class Restore
{
    public static Command Create(CommandConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "File that tracker backup wrote" };
        var command = new Command("restore", "Puts a backup in the database's place") { file };
        console.Does(command, async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(file)!;
            if (!File.Exists(path))
            {
                throw new UnusableInputException("not-found", $"{path}：没有这个文件，请检查路径。");
            }

            await RestoreAsync(console.Settings(parsed), path, cancellation);
            console.Output.WriteLine($"restored from {path}");
            return ExitStatus.Done;
        });
        return command;
    }

    private static async Task RestoreAsync(DatabaseSettings settings, string path, CancellationToken cancellation)
    {
        try
        {
            await DatabaseCopy.RestoreAsync(settings, path, cancellation);
        }
        catch (DatabaseCopyException cause)
        {
            throw new UnusableInputException("bad-backup", cause.Message, cause);
        }

        // A backup of an earlier version lacks later migrations.
        await using var db = settings.Open();
        await db.PrepareAsync(cancellation);
    }
}
