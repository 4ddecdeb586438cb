using System.CommandLine;
using Tracker.App.Auditing;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker verify-log</c>: finds the first altered or missing entry of the audit log.</summary>
internal static class VerifyAuditLog
{
    public static Command Create(CommandConsole console)
    {
        var known = KnownEntry.Option("An entry as an earlier verify-log printed it: also finds what somebody with the whole database in hand made fit again");
        var command = new Command("verify-log", "Finds the first altered or missing entry of the audit log, and decisions that are not as it says") { known };
        console.DoesWithDatabase(command, async (parsed, services, cancellation) =>
        {
            var result = await services.SendAsync(new VerifyLog.Query(parsed.GetValue(known)), cancellation);
            if (result.FirstBroken is { } broken)
            {
                throw new CommandFailedException("audit-log", Invariant($"Entry {broken} was altered or is missing; what comes before it holds. Compare it with a backup."));
            }

            if (result.Unmatched is { } decision)
            {
                throw new CommandFailedException("audit-log", Invariant($"The decision {decision} was altered, removed or slipped in: the log says otherwise. Compare it with a backup."));
            }

            console.Output.WriteLine(Invariant($"the log holds: {result.Entries} entries"));
            if (result.Last is { } last)
            {
                console.Output.WriteLine(Invariant($"last\t{last.Sequence}:{last.Hash}"));
            }

            return ExitStatus.Done;
        });
        return command;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
