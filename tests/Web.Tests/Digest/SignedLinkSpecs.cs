using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App.Mail;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Accounts;

namespace Tracker.Web.Tests.Digest;

/// <summary>Links of mails on the running site, by whoever has no login and no cookie.</summary>
public sealed class SignedLinkSpecs : IClassFixture<AccountSite>
{
    private static readonly DateTimeOffset Later = new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly AccountSite _site;

    public SignedLinkSpecs(AccountSite site)
    {
        _site = site;
    }

    [Fact]
    public async Task To_open_the_link_changes_nothing_and_to_post_to_it_ends_just_that_subscription()
    {
        var (reader, first, second) = await ReaderAsync();
        var link = Address(SignedLinks.Sign(reader, LinkPurpose.Unsubscribe, first.Id, Later));

        (await _site.Browser().GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await EndedAsync(reader)).ShouldBeEmpty();

        // What a mail program posts, RFC 8058: no cookie, no form token.
        (await PostAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await EndedAsync(reader)).ShouldBe([first.Id]);
        second.Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task A_link_used_again_changes_nothing_more()
    {
        var (reader, first, _) = await ReaderAsync();
        var link = Address(SignedLinks.Sign(reader, LinkPurpose.Unsubscribe, first.Id, Later));
        await PostAsync(link);
        var (ended, entries) = await DoAsync(async db => (await db.Subscriptions.Where(s => s.Id == first.Id).Select(s => s.EndedAt).SingleAsync(), await db.AuditLog.CountAsync()));

        (await PostAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await DoAsync(async db => (await db.Subscriptions.Where(s => s.Id == first.Id).Select(s => s.EndedAt).SingleAsync(), await db.AuditLog.CountAsync()))).ShouldBe((ended, entries));
    }

    [Fact]
    public async Task A_link_that_is_forged_expired_foreign_or_for_something_else_changes_nothing()
    {
        var (reader, first, _) = await ReaderAsync();
        var (other, _, _) = await ReaderAsync();
        var good = SignedLinks.Sign(reader, LinkPurpose.Unsubscribe, first.Id, Later);
        var impostor = DigestProgram.NewReader("impostor@example.org");
        var forged = SignedLinks.Sign(new Reader { Id = reader.Id, Address = "", AddressKey = "", LinkSecret = impostor.LinkSecret }, LinkPurpose.Unsubscribe, first.Id, Later);
        string[] links =
        [
            .. Enumerable.Range(0, good.Length).Select(at => good[..at] + (good[at] == 'A' ? 'B' : 'A') + good[(at + 1)..]).Where(link => link != good && !SameBits(link, good)),
            good[..^1], good + "A", "", new string('A', good.Length), forged,
            SignedLinks.Sign(reader, LinkPurpose.Unsubscribe, first.Id, DateTimeOffset.UnixEpoch),
            SignedLinks.Sign(other, LinkPurpose.Unsubscribe, first.Id, Later),
            SignedLinks.Sign(reader, LinkPurpose.Manage, first.Id, Later),
            SignedLinks.Sign(reader, LinkPurpose.Confirm, first.Id, Later),
            SignedLinks.Sign(reader, LinkPurpose.UnsubscribeMail, first.Id, Later),
        ];

        foreach (var link in links)
        {
            (await PostAsync(Address(link))).StatusCode.ShouldBeOneOf([HttpStatusCode.Gone, HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed], link);
        }

        (await EndedAsync(reader)).ShouldBeEmpty();
        (await EndedAsync(other)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_secret_makes_every_older_link_useless()
    {
        var (reader, first, _) = await ReaderAsync();
        var link = Address(SignedLinks.Sign(reader, LinkPurpose.Unsubscribe, first.Id, Later));
        var secret = DigestProgram.NewReader("x@example.org").LinkSecret;
        await DoAsync(db => db.Readers.Where(r => r.Id == reader.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.LinkSecret, secret)));

        (await PostAsync(link)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await EndedAsync(reader)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_confirmation_cannot_bring_back_what_was_ended()
    {
        var (reader, first, _) = await ReaderAsync();
        var confirm = SignedLinks.Sign(reader, LinkPurpose.Confirm, first.Id, Later);
        await PostAsync(Address(SignedLinks.Sign(reader, LinkPurpose.Unsubscribe, first.Id, Later)));

        (await _site.SendAsync(new ConfirmSubscription.Command(confirm))).ShouldBeNull();
        (await EndedAsync(reader)).ShouldBe([first.Id]);
    }

    private async Task<(Reader Reader, Subscription First, Subscription Second)> ReaderAsync()
    {
        var reader = DigestProgram.NewReader($"{Guid.NewGuid():N}@example.org");
        var (first, second) = (DigestProgram.NewSubscription(reader, SubscriptionScope.Everything), DigestProgram.NewSubscription(reader, SubscriptionScope.Topic, "养老"));
        reader.Subscriptions.AddRange([first, second]);
        await DoAsync(async db =>
        {
            db.Readers.Add(reader);
            return await db.SaveChangesAsync();
        });
        return (reader, first, second);
    }

    private Task<List<string>> EndedAsync(Reader reader) => DoAsync(db => db.Subscriptions.Where(s => s.ReaderId == reader.Id && s.EndedAt != null).Select(s => s.Id).ToListAsync());

    private async Task<T> DoAsync<T>(Func<TrackerDbContext, Task<T>> action)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await action(scope.ServiceProvider.GetRequiredService<TrackerDbContext>());
    }

    private Task<HttpResponseMessage> PostAsync(string address) => _site.Browser().PostAsync(address, AccountSite.Form(("List-Unsubscribe", "One-Click")));

    private static string Address(string link) => "/digest/unsubscribe/" + link;

    /// <summary>The last character of Base64 carries bits that mean nothing.</summary>
    private static bool SameBits(string a, string b)
    {
        try
        {
            return System.Buffers.Text.Base64Url.DecodeFromChars(a).SequenceEqual(System.Buffers.Text.Base64Url.DecodeFromChars(b));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
