using System.CommandLine;
using Tracker.App.Reports;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker import PATH…</c>: files or folders into the database.</summary>
internal static class Import
{
    public static Command Create(CommandConsole console)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files or folders", Arity = ArgumentArity.OneOrMore };
        var body = new Option<string>("--body") { Description = "Whose reports they are, where neither text nor manifest says it: a name, or an id such as taiyuan-cppcc", HelpName = "NAME" };
        var planYear = new Option<int?>("--plan-year") { Description = "The year that they plan, whatever the texts say", HelpName = "YEAR" };
        var reviewYear = new Option<int?>("--review-year") { Description = "The year that they review, whatever the texts say", HelpName = "YEAR" };
        var reason = new Option<string>("--reason") { Description = "Why they correct reports that are there", HelpName = "WORDS", DefaultValueFactory = _ => "" };
        var replace = new Option<string>("--replace") { Description = "The report that the one file replaces, even where they have little in common", HelpName = "REPORT_ID" };
        var command = new Command("import", "Takes reports into the database; the same bytes twice are one report, and what is in doubt becomes a draft")
        {
            paths, body, planYear, reviewYear, reason, replace,
        };
        console.DoesWithDatabase(command, async (parsed, services, cancellation) =>
        {
            var given = new GivenDetails(parsed.GetValue(body), parsed.GetValue(planYear), parsed.GetValue(reviewYear), Reason: parsed.GetValue(reason) ?? "", Replaces: parsed.GetValue(replace));
            var result = await services.SendAsync(new ImportReports.Command(SourceFile.FromPaths(parsed.GetValue(paths)!), Given: given), cancellation);
            foreach (var item in result.Items)
            {
                if (item.Refusal is { } refusal)
                {
                    console.Report(refusal);
                }
                else
                {
                    console.Output.WriteLine($"{(item.Outcome == ImportOutcome.Imported ? "imported" : "already there")}\t{item.ReportId}\t{item.File}{(item.Replaced is { } replaced ? $"\tcorrects {replaced}" : "")}{(item.SupersededBy is { } by ? $"\tsuperseded by {by}: it counts again once it is reinstated at /reports/{item.ReportId}" : "")}");
                }
            }

            return result.Items.Any(item => item.Refusal is not null) ? ExitStatus.UnusableInput : ExitStatus.Done;
        });
        return command;
    }
}
