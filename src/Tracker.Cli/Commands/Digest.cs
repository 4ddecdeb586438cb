using System.CommandLine;
using System.Text;
using Tracker.App.Digest;
using Tracker.App.Mail;
using Tracker.Cli.Output;
using Tracker.Data.Entities;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker digest</c>: shows a week's digest, or writes and sends what is due.</summary>
internal static class Digest
{
    public static Command Create(CommandConsole console) => new("digest", "The weekly digest") { Preview(console), Send(console) };

    private static Command Preview(CommandConsole console)
    {
        var week = Week();
        var monthly = new Option<bool>("--monthly") { Description = "The digest of the month that ends in the week" };
        var scope = new Option<SubscriptionScope>("--scope") { Description = "everything, body, region, topic, commitment or status", HelpName = "SCOPE" };
        var value = new Option<string>("--value") { Description = "The body, region, words, commitment or status", HelpName = "VALUE", DefaultValueFactory = _ => "" };
        var english = new Option<bool>("--english") { Description = "In English" };
        var html = new Option<string>("--html") { Description = "Also write the HTML part to this file", HelpName = "FILE" };
        var command = new Command("preview", "Prints the digest of a week; sends nothing") { week, monthly, scope, value, english, html };
        console.DoesWithDatabase(command, async (parsed, services, cancellation) =>
        {
            var query = new PreviewDigest.Query(
                parsed.GetValue(week), parsed.GetValue(monthly) ? DigestFrequency.Monthly : DigestFrequency.Weekly, parsed.GetValue(scope), parsed.GetValue(value)!,
                parsed.GetValue(english) ? DigestLanguage.English : DigestLanguage.Chinese);
            var result = await services.SendAsync(query, cancellation);
            if (result.Content is not { } content)
            {
                console.Output.WriteLine($"{result.Period.Key}: nothing changed, no mail");
                return ExitStatus.Done;
            }

            console.Output.WriteLine($"{result.Period.Key}: {content.Subject}\n\n{content.Text}");
            if (parsed.GetValue(html) is { } path)
            {
                await WholeFile.WriteAsync(path, async stream =>
                {
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(content.Html), cancellation);
                    return true;
                });
            }

            return ExitStatus.Done;
        });
        return command;
    }

    private static Command Send(CommandConsole console)
    {
        var week = Week();
        var command = new Command("send", "Writes the digests of a week that are not written yet, and sends all mail that is due") { week };
        console.DoesWithDatabase(command, async (parsed, services, cancellation) =>
        {
            console.Output.WriteLine((await services.SendAsync(new RenderDigests.Command(parsed.GetValue(week)), cancellation)).ToString());
            console.Output.WriteLine((await services.SendAsync(new SendMail.Command(), cancellation)).ToString());
            return ExitStatus.Done;
        });
        return command;
    }

    private static Option<string?> Week() => new("--week") { Description = "ISO week in China's time (default: the last week that is over)", HelpName = "2026-W47" };
}
