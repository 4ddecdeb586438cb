using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App.Mail;
using Tracker.App.Subscriptions;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Accounts;

namespace Tracker.Web.Tests.Digests;

/// <summary>The web application with readers who subscribe to it, and the mails that it would send them.</summary>
public sealed class ReaderSite : IAsyncDisposable
{
    public AccountSite Accounts { get; } = new();

    public Task AllowSignUpAsync(bool isOn = true) => Accounts.SendAsync(new SetDigestSwitch.Command(DigestOffer.PublicSignUp, isOn));

    public static string NewAddress() => $"reader-{Guid.NewGuid():N}@example.org";

    /// <summary>Fills in the public form.</summary>
    public static Task<HttpResponseMessage> AskAsync(HttpClient browser, string address, params (string Name, string Value)[] choices) =>
        AccountSite.PostAsync(browser, "/digest/subscribe", [("address", address), .. choices]);

    /// <summary>A reader of the public with one confirmed subscription.</summary>
    public async Task<Subscription> ReaderAsync(string address, string topic = "养老")
    {
        await AllowSignUpAsync();
        using var browser = Accounts.Browser();
        await AskAsync(browser, address, ("scope", "topic"), ("topic", topic));
        var link = await LinkAsync(address, "/digest/confirm/");
        (await AccountSite.PostAsync(browser, link)).EnsureSuccessStatusCode();
        return (await SubscriptionsAsync(address)).Last();
    }

    public Task<List<Subscription>> SubscriptionsAsync(string address) => ReadAsync(db => db.Subscriptions.AsNoTracking().Include(s => s.Reader)
        .Where(s => s.Reader.AddressKey == Reader.KeyOf(address)).OrderBy(s => s.Id).ToListAsync());

    public Task<List<OutboxMail>> MailsAsync(string address) => ReadAsync(db => db.Outbox.AsNoTracking().Include(m => m.Reader).Include(m => m.Content)
        .Where(m => m.Reader.AddressKey == Reader.KeyOf(address)).OrderBy(m => m.Id).ToListAsync());

    /// <summary>The link of the newest mail to an address, as its reader opens it.</summary>
    public async Task<string> LinkAsync(string address, string path)
    {
        var mail = (await MailsAsync(address)).Last();
        var text = Accounts.Services.GetRequiredService<MailLinks>().Fill(mail.Content.Text, mail);
        var start = text.IndexOf(path, StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, text);
        return text[start..].Split('\n', 2)[0];
    }

    public async Task<string> SignAsync(string address, LinkPurpose purpose, string subject, TimeSpan life)
    {
        var reader = await ReadAsync(db => db.Readers.AsNoTracking().SingleAsync(r => r.AddressKey == Reader.KeyOf(address)));
        return SignedLinks.Sign(reader, purpose, subject, DateTimeOffset.UtcNow + life);
    }

    public async Task<T> ReadAsync<T>(Func<TrackerDbContext, Task<T>> question)
    {
        await using var scope = Accounts.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<TrackerDbContext>());
    }

    public async ValueTask DisposeAsync() => await Accounts.DisposeAsync();
}
