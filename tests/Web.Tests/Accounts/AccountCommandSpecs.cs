using Tracker.Cli;
using Tracker.Data;
using Tracker.Web.Tests.AuditLog;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Accounts;

[Collection(nameof(Databases))]
public sealed class AccountCommandSpecs(Databases databases)
{
    private readonly string _data = databases.Unprepared(DatabaseProvider.Sqlite).DataDirectory;

    [Fact]
    public async Task An_account_gets_its_password_from_standard_input_and_a_token_is_printed_once()
    {
        (await RunAsync("users add --email a@example.org --role admin", AccountProgram.Password)).Status.ShouldBe(ExitStatus.Done);
        var (status, output, _) = await RunAsync("tokens add --user a@example.org");
        var token = output.Trim();

        status.ShouldBe(ExitStatus.Done);
        token.ShouldStartWith("trk_");
        (await RunAsync("tokens list")).Output.ShouldSatisfyAllConditions(list => list.ShouldContain(token[..12]), list => list.ShouldNotContain(token));
        (await RunAsync($"tokens revoke {token[..12]}")).Status.ShouldBe(ExitStatus.Done);
        (await RunAsync("users list")).Output.ShouldBe($"a@example.org\tadmin\topen\t0{Environment.NewLine}");
    }

    [Theory]
    [InlineData("users add --email a@example.org --role admin", "", ExitStatus.Failed, "error no-password: ")]
    [InlineData("users add --email a@example.org --role admin", "short", ExitStatus.UnusableInput, "error password-too-short: ")]
    [InlineData("users add --email nobody --role admin", AccountProgram.Password, ExitStatus.WrongUsage, "error usage: ")]
    [InlineData("users add --email a@example.org --role boss", AccountProgram.Password, ExitStatus.WrongUsage, "error usage: ")]
    [InlineData("users lock --email a@example.org", "", ExitStatus.UnusableInput, "error unknown-account: ")]
    [InlineData("tokens add --user a@example.org", "", ExitStatus.UnusableInput, "error unknown-account: ")]
    [InlineData("tokens revoke trk_abcdefgh", "", ExitStatus.UnusableInput, "error unknown-token: ")]
    [InlineData("verify-log --known 3", "", ExitStatus.WrongUsage, "error usage: ")]
    public async Task What_cannot_be_done_is_one_line_and_a_status(string command, string input, int status, string error)
    {
        var run = await RunAsync(command, input);

        run.Status.ShouldBe(status);
        run.Errors.ShouldStartWith(error);
        run.Errors.TrimEnd().ShouldNotContain('\n');
    }

    [Fact]
    public async Task Verify_log_prints_the_first_broken_entry_and_ends_with_status_1()
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            await RunAsync($"users add --email {name}@example.org --role viewer", AccountProgram.Password);
        }

        var whole = await RunAsync("verify-log");
        whole.Status.ShouldBe(ExitStatus.Done);
        whole.Output.ShouldContain("3 entries");
        var last = whole.Output.Trim().Split('\t')[^1];

        var settings = DatabaseSettings.SqliteIn(_data);
        await LogOf.TamperAsync(settings, """DELETE FROM "AuditLogEntries" WHERE "Sequence" = 3""");
        (await RunAsync("verify-log")).ShouldSatisfyAllConditions(
            run => run.Status.ShouldBe(ExitStatus.Failed), run => run.Errors.ShouldStartWith("error audit-log: Entry 3 "));

        await LogOf.TamperAsync(settings, """DELETE FROM "AuditEnds" """);
        (await RunAsync("verify-log")).Status.ShouldBe(ExitStatus.Done);
        (await RunAsync($"verify-log --known {last}")).ShouldSatisfyAllConditions(
            run => run.Status.ShouldBe(ExitStatus.Failed), run => run.Errors.ShouldStartWith("error audit-log: Entry 3 "));

        await LogOf.TamperAsync(settings, """UPDATE "AuditLogEntries" SET "Subject" = 'x' WHERE "Sequence" = 2""");
        (await RunAsync("verify-log")).ShouldSatisfyAllConditions(
            run => run.Status.ShouldBe(ExitStatus.Failed), run => run.Errors.ShouldStartWith("error audit-log: Entry 2 "));
    }

    private async Task<(int Status, string Output, string Errors)> RunAsync(string command, string input = "")
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var status = await TrackerCli.RunAsync([.. command.Split(' '), "--data", _data], output, errors, new StringReader(input));
        return (status, output.ToString(), errors.ToString());
    }
}
