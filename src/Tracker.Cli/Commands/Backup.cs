using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Data;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker backup FILE</c>: a consistent copy while other programs go on.</summary>
internal static class Backup
{
    public static Command Create(CommandConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "File to write" };
        var command = new Command("backup", "Writes a consistent copy of the database, also while it is in use") { file };
        console.DoesWithDatabase(command, async (parsed, services, cancellation) =>
        {
            var path = parsed.GetValue(file)!;
            await DatabaseCopy.BackupAsync(services.GetRequiredService<DatabaseSettings>(), path, cancellation);
            console.Output.WriteLine($"backed up to {path}");
            return ExitStatus.Done;
        });
        return command;
    }
}
