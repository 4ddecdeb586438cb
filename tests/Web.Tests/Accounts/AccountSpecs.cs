using Microsoft.EntityFrameworkCore;
using Tracker.App;
using Tracker.App.Accounts;
using Tracker.App.Auditing;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Accounts;

[Collection(nameof(Databases))]
public sealed class AccountSpecs(Databases databases)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_first_admins_link_works_once_and_only_while_there_is_no_user(DatabaseProvider provider)
    {
        await using var program = new AccountProgram(await databases.CreateAsync(provider));
        var replaced = (await program.SendAsync(new OfferSetup.Command())).LinkSecret!;
        var link = (await program.SendAsync(new OfferSetup.Command())).LinkSecret!;

        await RefusedAsync(program.SendAsync(new UseLink.Command(replaced, "a@example.org", AccountProgram.Password)), "link-spent");
        await program.SendAsync(new UseLink.Command(link, "a@example.org", AccountProgram.Password));
        await RefusedAsync(program.SendAsync(new UseLink.Command(link, "b@example.org", AccountProgram.Password)), "link-spent");

        (await program.SendAsync(new OfferSetup.Command())).LinkSecret.ShouldBeNull();
        (await program.SendAsync(new ListUsers.Query())).Users.ShouldHaveSingleItem().Role.ShouldBe(UserRole.Admin);
        (await program.ReadAsync(db => db.OneTimeLinks.Select(stored => stored.Hash).ToListAsync())).ShouldNotContain(link, "only its hash is stored");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_who_hold_the_first_admins_link_one_gets_in(DatabaseProvider provider)
    {
        await using var program = new AccountProgram(await databases.CreateAsync(provider));
        var link = (await program.SendAsync(new OfferSetup.Command())).LinkSecret!;

        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(async () =>
        {
            try
            {
                await program.SendAsync(new UseLink.Command(link, $"a{i}@example.org", AccountProgram.Password));
                return true;
            }
            catch (UnusableInputException)
            {
                return false;
            }
        })));

        tries.Count(worked => worked).ShouldBe(1);
        (await program.ReadAsync(db => db.Users.CountAsync())).ShouldBe(1);
    }

    [Theory, OnSqlite]
    public async Task A_link_expires_and_a_refused_password_does_not_use_it_up(DatabaseProvider provider)
    {
        await using var program = new AccountProgram(await databases.CreateAsync(provider));
        var link = (await program.SendAsync(new OfferSetup.Command())).LinkSecret!;

        await RefusedAsync(program.SendAsync(new UseLink.Command(link, "a@example.org", "short")), "password-too-short");
        (await program.SendAsync(new ShowLink.Query(link))).IsGood.ShouldBeTrue();

        program.Clock.Ahead = OneTimeLinks.ForFirstAdmin + TimeSpan.FromMinutes(1);
        (await program.SendAsync(new ShowLink.Query(link))).IsGood.ShouldBeFalse();
        await RefusedAsync(program.SendAsync(new UseLink.Command(link, "a@example.org", AccountProgram.Password)), "link-spent");
    }

    [Theory]
    [InlineData("长度刚好够十二个字的密码", null)]
    [InlineData("correct horse battery", null)]
    [InlineData("短了一点", "password-too-short")]
    [InlineData("password1234", "password-too-easy")]
    [InlineData("111111111111", "password-too-easy")]
    [InlineData("abcdefabcdef", "password-too-easy")]
    [InlineData("123456789012", "password-too-easy")]
    [InlineData("0987654321098", "password-too-easy")]
    [InlineData("qwertyuiopas", "password-too-easy")]
    [InlineData("zhangsan-2026-x", "password-too-easy")]
    public async Task Passwords_are_long_and_not_easily_guessed_but_need_no_signs(string password, string? refusal)
    {
        await using var program = new AccountProgram(await databases.CreateAsync(DatabaseProvider.Sqlite));
        var adding = program.SendAsync(new AddUser.Command("zhangsan@example.org", UserRole.Viewer, password));

        if (refusal is null)
        {
            await adding;
        }
        else
        {
            await RefusedAsync(adding, refusal);
            (await program.ReadAsync(db => db.AuditLog.CountAsync())).ShouldBe(0, "nothing happened, so nothing is logged");
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_admin_can_neither_be_locked_nor_lose_the_role(DatabaseProvider provider)
    {
        await using var program = new AccountProgram(await databases.CreateAsync(provider));
        await program.SendAsync(new AddUser.Command("a@example.org", UserRole.Admin, AccountProgram.Password));
        await program.SendAsync(new AddUser.Command("b@example.org", UserRole.Admin, AccountProgram.Password));

        await program.SendAsync(new LockUser.Command("b@example.org", Locked: true));

        await RefusedAsync(program.SendAsync(new LockUser.Command("a@example.org", Locked: true)), "last-admin");
        await RefusedAsync(program.SendAsync(new ChangeRole.Command("a@example.org", UserRole.Viewer)), "last-admin");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Wrong_passwords_lock_an_account_out_for_a_while_even_for_the_right_one(DatabaseProvider provider)
    {
        await using var program = new AccountProgram(await databases.CreateAsync(provider));
        await program.SendAsync(new AddUser.Command("a@example.org", UserRole.Auditor, AccountProgram.Password));
        for (var i = 0; i < 5; i++)
        {
            (await program.SendAsync(new LogIn.Command("A@example.org", "错的密码错的密码错的密码"))).User.ShouldBeNull();
        }

        (await program.SendAsync(new LogIn.Command("a@example.org", AccountProgram.Password))).User.ShouldBeNull();
        (await program.SendAsync(new ListUsers.Query())).Users.ShouldHaveSingleItem().LockedOutUntil.ShouldNotBeNull();

        await program.SendAsync(new LockUser.Command("a@example.org", Locked: false));
        (await program.SendAsync(new LogIn.Command("a@example.org", AccountProgram.Password))).User.ShouldNotBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Logins_and_changes_of_accounts_are_logged_and_no_secret_is(DatabaseProvider provider)
    {
        await using var program = new AccountProgram(await databases.CreateAsync(provider));
        await program.SendAsync(new AddUser.Command("a@example.org", UserRole.Auditor, AccountProgram.Password));
        await program.SendAsync(new LogIn.Command("a@example.org", AccountProgram.Password));
        await program.SendAsync(new LogIn.Command("a@example.org", "错的密码错的密码错的密码"));
        await program.SendAsync(new LogIn.Command(AccountProgram.Password, AccountProgram.Password));
        var token = await program.SendAsync(new AddToken.Command("a@example.org", "脚本"));
        await program.SendAsync(new RevokeToken.Command(token.Prefix));
        var link = await program.SendAsync(new ResetPassword.Command("a@example.org"));

        var log = await program.ReadAsync(db => db.AuditLog.OrderBy(entry => entry.Sequence).ToListAsync());
        log.Select(entry => (entry.Actor, entry.Kind, entry.Subject, entry.Detail)).ShouldBe(
        [
            ("tester@example.org", AuditKinds.Account, "a@example.org", """{"action":"added","role":"auditor"}"""),
            ("a@example.org", AuditKinds.Login, "a@example.org", """{"action":"succeeded"}"""),
            ("tester@example.org", AuditKinds.Login, "a@example.org", """{"action":"refused","reason":"wrong-password"}"""),
            ("tester@example.org", AuditKinds.Login, "", """{"action":"refused","reason":"unknown"}"""),
            ("tester@example.org", AuditKinds.Token, "a@example.org", $$"""{"action":"added","token":"{{token.Prefix}}","name":"脚本"}"""),
            ("tester@example.org", AuditKinds.Token, "a@example.org", $$"""{"action":"revoked","token":"{{token.Prefix}}","name":"脚本"}"""),
            ("tester@example.org", AuditKinds.Account, "a@example.org", """{"action":"password-reset"}"""),
        ]);
        string.Concat(log).ShouldNotContain(AccountProgram.Password);
        string.Concat(log).ShouldNotContain(token.Token);
        string.Concat(log).ShouldNotContain(link.LinkSecret);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_token_is_stored_as_its_hash_and_is_good_until_revoked_or_its_user_locked(DatabaseProvider provider)
    {
        await using var program = new AccountProgram(await databases.CreateAsync(provider));
        await program.SendAsync(new AddUser.Command("a@example.org", UserRole.Auditor, AccountProgram.Password));
        var token = await program.SendAsync(new AddToken.Command("a@example.org"));

        (await program.SendAsync(new CheckToken.Query(token.Token))).User!.Email.ShouldBe("a@example.org");
        (await program.SendAsync(new CheckToken.Query(token.Token + "x"))).User.ShouldBeNull();
        (await program.SendAsync(new ListTokens.Query("a@example.org"))).Tokens.ShouldHaveSingleItem().LastUsedAt.ShouldNotBeNull();
        (await program.ReadAsync(db => db.ApiTokens.SingleAsync())).ShouldSatisfyAllConditions(
            stored => stored.Hash.ShouldNotContain(token.Token), stored => token.Token.ShouldStartWith(stored.Prefix));

        await program.SendAsync(new LockUser.Command("a@example.org", Locked: true));
        (await program.SendAsync(new CheckToken.Query(token.Token))).User.ShouldBeNull();
        await program.SendAsync(new LockUser.Command("a@example.org", Locked: false));
        (await program.SendAsync(new CheckToken.Query(token.Token))).User.ShouldNotBeNull();

        await RefusedAsync(program.SendAsync(new RevokeToken.Command(token.Id, "b@example.org")), "unknown-token");
        await program.SendAsync(new RevokeToken.Command(token.Id, "a@example.org"));
        (await program.SendAsync(new CheckToken.Query(token.Token))).User.ShouldBeNull();
    }

    private static async Task RefusedAsync(Task request, string code) =>
        (await Should.ThrowAsync<UnusableInputException>(request)).Code.ShouldBe(code);
}
