using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App.Jobs;
using Tracker.Data.Entities;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker job NAME</c>: sends a job as a schedule would, here and now.</summary>
internal static class Job
{
    public static Command Create(CommandConsole console)
    {
        var name = new Argument<string>("NAME") { Description = "inbox, run, backup, retention …" };
        var command = new Command("job", "Does a scheduled job here and now; what it leaves to others (such as a run) is done by a process with the role jobs") { name };
        console.DoesWithDatabase(command, async (parsed, services, cancellation) =>
        {
            var kind = services.GetRequiredService<JobKinds>().Get(parsed.GetValue(name)!);
            var firing = await services.GetRequiredService<JobSender>().SendAsync(kind, RunCause.Command, cancellation);
            if (firing.Error is { } error) return console.Report(new CommandFailedException("job", error));
            console.Output.WriteLine($"{kind.Name}: {firing.Note}");
            return ExitStatus.Done;
        });
        return command;
    }
}
