using System.Net;
using Tracker.App.Accounts;
using Tracker.App.Decisions;
using Tracker.App.Digest;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Features.Commitments;
using Tracker.Web.Language;
using Tracker.Web.Tests.Data;
using Tracker.Web.Tests.Decisions;

namespace Tracker.Web.Tests.Accounts;

/// <summary>The public reads a name, never an address.</summary>
[Collection(nameof(Databases))]
public sealed class DisplayNameSpecs(Databases databases)
{
    [Fact]
    public async Task A_decision_is_signed_with_the_name_that_its_author_had_then()
    {
        await using var program = await DecisionProgram.StartAsync(databases, DatabaseProvider.Sqlite);
        await program.SendAsync(new AddUser.Command(DecisionProgram.Auditor, UserRole.Auditor, "a long pass phrase", "王审核"));
        var row = await program.CommitmentAsync("委员之家");

        await DecideAsync(program, row.Id, DecisionProgram.Auditor);
        await program.SendAsync(new RenameUser.Command(DecisionProgram.Auditor, "另一个名字"));
        await DecideAsync(program, row.Id, DecisionProgram.Auditor);

        (await ActorsAsync(program, row.Id)).ShouldBe(["另一个名字", "王审核"]);
    }

    [Fact]
    public async Task Without_a_chosen_name_accounts_are_told_apart_by_a_code()
    {
        await using var program = await DecisionProgram.StartAsync(databases, DatabaseProvider.Sqlite);
        var row = await program.CommitmentAsync("委员之家");
        foreach (var email in (string[])["a@example.org", "b@example.org"])
        {
            await program.SendAsync(new AddUser.Command(email, UserRole.Auditor, "a long pass phrase"));
            await DecideAsync(program, row.Id, email);
        }

        var actors = await ActorsAsync(program, row.Id);
        actors.Distinct().Count().ShouldBe(2);
        actors.ShouldAllBe(actor => actor.StartsWith(Signature.Unnamed, StringComparison.Ordinal) && !actor.Contains('@'));
    }

    [Theory]
    [InlineData("审核员 0a1b", "Auditor 0a1b", "auditor 0a1b")]
    [InlineData("审核员", "Auditor", "auditor")]
    [InlineData("命令行", "command line", "a command")]
    [InlineData("系统", "system", "the system")]
    [InlineData("王审核", "王审核", "王审核")]
    [InlineData("审核员老王", "审核员老王", "审核员老王")]
    public void What_stands_for_a_name_is_said_in_the_readers_language(string signed, string onPages, string inMails)
    {
        SignedName.In(Wording.For(Wording.English), signed).ShouldBe(onPages);
        SignedName.In(Wording.For(Wording.Chinese), signed).ShouldBe(signed);
        DigestWords.In(DigestLanguage.English).Cause(DigestCause.Person, DigestWords.In(DigestLanguage.English).Signed(signed)).ShouldBe($"decided by {inMails}");
        DigestWords.In(DigestLanguage.Chinese).Signed(signed).ShouldBe(signed);
    }

    [Fact]
    public void Who_is_not_known_at_all_gets_no_name_in_mails() => DigestWords.In(DigestLanguage.English).Signed("").ShouldBe("");

    [Theory]
    [InlineData("wang@example.org")]
    [InlineData("wang＠example.org")]
    [InlineData("一\n二")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一")]
    public void An_address_is_no_name(string name) => new RenameUser.Validator().Validate(new RenameUser.Command("a@example.org", name)).IsValid.ShouldBeFalse();

    [Fact]
    public async Task Everyone_sets_their_own_name_on_the_account_page()
    {
        await using var site = new AccountSite();
        using var browser = await site.BrowserOfAsync(UserRole.Auditor);

        (await AccountSite.PostAsync(browser, "/account", "/account?handler=Name", ("name", "王审核"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetStringAsync("/account")).ShouldContain("value=\"王审核\"");
        (await AccountSite.PostAsync(browser, "/account", "/account?handler=Name", ("name", "w@example.org"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static Task<Decide.Result?> DecideAsync(DecisionProgram program, string id, string actor) =>
        program.SendAsync(new Decide.Command(id, DecisionKind.SetStatus, Status: CommitmentStatus.Partial), actor);

    private static async Task<List<string>> ActorsAsync(DecisionProgram program, string id)
    {
        var handler = await program.ReadAsync(db => new ShowHistory.Handler(db, new Tracker.App.Chains.ChainReader(db)).Handle(new ShowHistory.Query(id), CancellationToken.None));
        return [.. handler!.Decisions.Select(decision => decision.Actor)];
    }
}
