using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Tracker.Cli.Commands;

/// <summary>The option <c>--known NUMBER:HASH</c>: an entry of the audit log as it was noted down elsewhere.</summary>
internal static class KnownEntry
{
    public static Option<(long Sequence, string Hash)?> Option(string description) =>
        new("--known") { Description = description, HelpName = "NUMBER:HASH", CustomParser = Parse };

    private static (long, string)? Parse(ArgumentResult given)
    {
        if (given.Tokens is [var token] && token.Value.Split(':') is [var number, { Length: 64 } hash]
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
        {
            return (sequence, hash);
        }

        given.AddError("--known is an entry's number and hash, such as 12:9f86… .");
        return null;
    }
}
