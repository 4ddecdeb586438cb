using System.CommandLine;
using System.Globalization;
using Tracker.App.Accounts;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker tokens</c>: access tokens for the API.</summary>
internal static class Tokens
{
    public static Command Create(CommandConsole console) => new("tokens", "Manages access tokens for the API") { Add(console), List(console), Revoke(console) };

    private static Command Add(CommandConsole console)
    {
        var user = new Option<string>("--user") { Description = "Whose rights it has: an account's e-mail address", HelpName = "E", Required = true };
        var name = new Option<string>("--name") { Description = "What it is for", HelpName = "NAME", DefaultValueFactory = _ => "" };
        var command = new Command("add", "Makes a token and prints it: it is not shown again") { user, name };
        console.DoesWithDatabase(command, async (parsed, services, cancellation) =>
        {
            var made = await services.SendAsync(new AddToken.Command(parsed.GetValue(user)!, parsed.GetValue(name)!), cancellation);
            console.Output.WriteLine(made.Token);
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command List(CommandConsole console)
    {
        var user = new Option<string?>("--user") { Description = "Only this account's", HelpName = "E" };
        var command = new Command("list", "Lists tokens: beginning, account, name, made, last used, revoked") { user };
        console.DoesWithDatabase(command, async (parsed, services, cancellation) =>
        {
            foreach (var token in (await services.SendAsync(new ListTokens.Query(parsed.GetValue(user)), cancellation)).Tokens)
            {
                console.Output.WriteLine(string.Join('\t', token.Prefix, token.Email, token.Name, At(token.CreatedAt), At(token.LastUsedAt), At(token.RevokedAt)));
            }

            return ExitStatus.Done;
        });
        return command;
    }

    private static Command Revoke(CommandConsole console)
    {
        var token = new Argument<string>("TOKEN") { Description = "Its first twelve characters, as tokens list prints them" };
        var command = new Command("revoke", "Takes a token out of force, at once and for good") { token };
        console.DoesWithDatabase(command, async (parsed, services, cancellation) =>
        {
            await services.SendAsync(new RevokeToken.Command(parsed.GetValue(token)!), cancellation);
            return ExitStatus.Done;
        });
        return command;
    }

    private static string At(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "-";
}
