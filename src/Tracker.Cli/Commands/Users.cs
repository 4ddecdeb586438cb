using System.CommandLine;
using System.Globalization;
using Tracker.App.Accounts;
using Tracker.Data.Entities;

namespace Tracker.Cli.Commands;

/// <summary><c>tracker users</c>: who may do more than read. A password comes on standard input, never as an argument.</summary>
internal static class Users
{
    public static Command Create(CommandConsole console) => new("users", "Manages accounts: passwords come on standard input")
    {
        Add(console), List(console), Name(console), Role(console), Lock(console, "lock", locked: true), Lock(console, "unlock", locked: false), Reset(console),
    };

    private static Command Add(CommandConsole console)
    {
        var (email, role) = (Email(), RoleOption());
        var name = new Option<string>("--name") { Description = "What everyone reads beside the account's decisions, in place of the address", HelpName = "NAME" };
        var command = new Command("add", "Adds an account") { email, role, name };
        console.DoesWithDatabase(command, async (parsed, services, cancellation) =>
        {
            var password = await PasswordAsync(console.Input, cancellation);
            await services.SendAsync(new AddUser.Command(parsed.GetValue(email)!, parsed.GetValue(role), password, parsed.GetValue(name) ?? ""), cancellation);
            console.Output.WriteLine($"added\t{parsed.GetValue(email)!.Trim()}\t{Lower(parsed.GetValue(role))}");
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command Name(CommandConsole console)
    {
        var email = Email();
        var name = new Argument<string>("NAME") { Description = "What everyone reads beside the account's decisions; \"\" for none" };
        var command = new Command("name", "Gives an account another display name") { email, name };
        console.DoesWithDatabase(command, async (parsed, services, cancellation) =>
        {
            await services.SendAsync(new RenameUser.Command(parsed.GetValue(email)!, parsed.GetValue(name)!), cancellation);
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command List(CommandConsole console)
    {
        var command = new Command("list", "Lists accounts: address, role, state, tokens in force");
        console.DoesWithDatabase(command, async (_, services, cancellation) =>
        {
            foreach (var user in (await services.SendAsync(new ListUsers.Query(), cancellation)).Users)
            {
                var state = user.LockedAt is not null ? "locked" : user.LockedOutUntil is not null ? "locked out" : user.HasPassword ? "open" : "no password";
                console.Output.WriteLine($"{user.Email}\t{Lower(user.Role)}\t{state}\t{user.Tokens.ToString(CultureInfo.InvariantCulture)}");
            }

            return ExitStatus.Done;
        });
        return command;
    }

    private static Command Role(CommandConsole console)
    {
        var (email, role) = (Email(), RoleOption());
        var command = new Command("role", "Gives an account another role") { email, role };
        console.DoesWithDatabase(command, async (parsed, services, cancellation) =>
        {
            await services.SendAsync(new ChangeRole.Command(parsed.GetValue(email)!, parsed.GetValue(role)), cancellation);
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command Lock(CommandConsole console, string name, bool locked)
    {
        var email = Email();
        var command = new Command(name, locked ? "Shuts an account out at once, its tokens too" : "Lets an account in again") { email };
        console.DoesWithDatabase(command, async (parsed, services, cancellation) =>
        {
            await services.SendAsync(new LockUser.Command(parsed.GetValue(email)!, locked), cancellation);
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command Reset(CommandConsole console)
    {
        var email = Email();
        var command = new Command("reset", "Sets an account's password and ends its sessions") { email };
        console.DoesWithDatabase(command, async (parsed, services, cancellation) =>
        {
            var password = await PasswordAsync(console.Input, cancellation);
            await services.SendAsync(new SetPassword.Command(parsed.GetValue(email)!, password), cancellation);
            return ExitStatus.Done;
        });
        return command;
    }

    private static Option<string> Email() => new("--email") { Description = "The account's e-mail address", HelpName = "E", Required = true };

    private static Option<UserRole> RoleOption() =>
        new("--role") { Description = "What the account may do: read; read and decide; also manage accounts", HelpName = "viewer|auditor|admin", Required = true };

    private static string Lower(UserRole role) => role.ToString().ToLowerInvariant();

    private static async Task<string> PasswordAsync(TextReader input, CancellationToken cancellation) =>
        await input.ReadLineAsync(cancellation) is { Length: > 0 } password
            ? password
            : throw new CommandFailedException("no-password", "Give the password on standard input, as one line.");
}
