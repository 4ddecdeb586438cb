using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Tracker.App.Digest;
using Tracker.App.Subscriptions;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Accounts;
using Tracker.Web.Tests.Data;
using Tracker.Web.Tests.Digests;

namespace Tracker.Web.Tests.Digest;

/// <summary>The Atom feed: the same news as in the digests, for everybody.</summary>
[Collection(nameof(Databases))]
public sealed class FeedSpecs(Databases databases)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory, InlineData(DigestLanguage.Chinese), InlineData(DigestLanguage.English)]
    public async Task It_is_valid_and_tells_what_the_digest_tells(DigestLanguage language)
    {
        await using var program = await BegunAsync();

        var feed = await ReadAsync(program, SubscriptionFilter.All, language);

        ShouldBeValid(feed);
        feed.Attribute(XNamespace.Xml + "lang")!.Value.ShouldBe(language == DigestLanguage.English ? "en" : "zh-CN");
        var entries = feed.Elements(Atom + "entry").ToList();
        entries.Select(Address).ShouldBe(
        [
            .. new[] { 1, 2, 3, 4 }.Select(number => $"https://tracker.example/commitments/taiyuan-cppcc-2025.{number}"),
            "https://tracker.example/pairs/taiyuan-cppcc-2025", "https://tracker.example/pairs/jinzhong-cppcc-2026",
        ], ignoreOrder: true);
        var flip = entries.Single(entry => Address(entry).EndsWith("2025.3", StringComparison.Ordinal));
        flip.Element(Atom + "title")!.Value.ShouldContain("立案督办提案");
        flip.Element(Atom + "summary")!.Value.ShouldContain("全年立案 517 件");
    }

    [Fact]
    public async Task An_entry_keeps_its_id_and_a_subscription_of_its_own_has_only_what_it_is_about()
    {
        await using var program = await BegunAsync();
        var before = Ids(await ReadAsync(program, SubscriptionFilter.All));

        program.Clock.Advance(TimeSpan.FromDays(14));
        Ids(await ReadAsync(program, SubscriptionFilter.All)).ShouldBe(before);
        Ids(await ReadAsync(program, new SubscriptionFilter(SubscriptionScope.Topic, "晋阳湖"))).Length.ShouldBe(1);
        Ids(await ReadAsync(program, new SubscriptionFilter(SubscriptionScope.Body, "jinzhong-cppcc"))).Length.ShouldBe(1);
        var none = await ReadAsync(program, new SubscriptionFilter(SubscriptionScope.Body, "nobody"));
        ShouldBeValid(none);
        none.Elements(Atom + "entry").ShouldBeEmpty();

        program.Clock.Advance(TimeSpan.FromDays(60));
        Ids(await ReadAsync(program, SubscriptionFilter.All)).ShouldBeEmpty("a feed tells of the last weeks");
    }

    [Fact]
    public async Task What_only_auditors_are_told_and_what_nobody_may_write_into_XML_is_not_in_it()
    {
        await using var program = new DigestProgram(await databases.CreateAsync(DatabaseProvider.Sqlite));
        await program.HappenAsync("\u0001\uFFFE]]><script>&\u202E");
        await program.SwitchAsync(DigestOffer.Feed);
        await program.DoAsync(db =>
        {
            var sample = new CodingSample
            {
                Id = "s", At = DigestProgram.Monday.AddDays(-30), CreatedBy = "x", Seed = 1, Population = 1, AsksSpecificity = false, FirstCoder = "a@example.org", SecondCoder = "b@example.org",
                RevealedAt = DigestProgram.Monday.AddDays(-2),
            };
            return Task.FromResult(db.Samples.Add(sample).Entity);
        });

        var feed = await ReadAsync(program, SubscriptionFilter.All);

        ShouldBeValid(feed);
        feed.ToString().ShouldNotContain("<script>");
        feed.ToString().ShouldNotContain("example.org");
    }

    [Fact]
    public async Task It_is_nowhere_until_it_is_switched_on_and_then_found_from_the_first_page()
    {
        await using var site = new AccountSite();
        using var browser = site.Browser();
        (await browser.GetAsync("/digest/feed.atom")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetStringAsync("/")).ShouldNotContain("application/atom+xml");

        await site.SendAsync(new SetDigestSwitch.Command(DigestOffer.Feed, true));

        foreach (var page in new[] { "/", "/digest/subscribe" })
            (await browser.GetStringAsync(page)).ShouldContain("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Atom订阅源\" href=\"/digest/feed.atom\">");
        var answer = await browser.GetAsync("/digest/feed.atom");
        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/atom+xml; charset=utf-8");
        answer.Content.Headers.LastModified.ShouldNotBeNull();
        ShouldBeValid(XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/digest/feed.atom");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag.ShouldNotBeNull());
        (await browser.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var since = new HttpRequestMessage(HttpMethod.Get, "/digest/feed.atom");
        since.Headers.IfModifiedSince = answer.Content.Headers.LastModified;
        (await browser.SendAsync(since)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        foreach (var wrong in new[] { "?scope=galaxy", "?scope=body", "?scope=status&value=great" })
            (await browser.GetAsync("/digest/feed.atom" + wrong)).StatusCode.ShouldBe(HttpStatusCode.NotFound, wrong);
    }

    [Fact]
    public async Task Where_reading_needs_a_login_the_feed_does_too()
    {
        await using var site = new AccountSite { IsPublic = false };
        await site.SendAsync(new SetDigestSwitch.Command(DigestOffer.Feed, true));
        using var browser = site.Browser();
        (await browser.GetAsync("/digest/feed.atom")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var viewer = await site.BrowserOfAsync(UserRole.Viewer);
        (await viewer.GetAsync("/digest/feed.atom")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<DigestProgram> BegunAsync()
    {
        var program = new DigestProgram(await databases.CreateAsync(DatabaseProvider.Sqlite));
        await program.HappenAsync();
        (await program.SendAsync(new ShowFeed.Query("/digest/feed.atom", SubscriptionFilter.All, DigestLanguage.Chinese))).ShouldBeNull("it is off");
        await program.SwitchAsync(DigestOffer.Feed);
        return program;
    }

    private static async Task<XElement> ReadAsync(DigestProgram program, SubscriptionFilter filter, DigestLanguage language = DigestLanguage.Chinese) =>
        XDocument.Load(new MemoryStream((await program.SendAsync(new ShowFeed.Query("/digest/feed.atom", filter, language))).ShouldNotBeNull().Xml)).Root!;

    private static string[] Ids(XElement feed) => [.. feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value)];

    private static string Address(XElement entry) => entry.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "alternate").Attribute("href")!.Value;

    /// <summary>What RFC 4287 asks of a feed and its entries.</summary>
    private static void ShouldBeValid(XElement feed)
    {
        feed.Name.ShouldBe(Atom + "feed");
        feed.Elements(Atom + "author").Single().Elements(Atom + "name").Single().Value.ShouldNotBeEmpty();
        feed.Elements(Atom + "link").Count(link => link.Attribute("rel")!.Value == "self").ShouldBe(1);
        Ids(feed).ShouldBeUnique();
        foreach (var thing in feed.Elements(Atom + "entry").Prepend(feed))
        {
            foreach (var name in new[] { "id", "title", "updated" }) thing.Elements(Atom + name).Single().Value.ShouldNotBeNullOrWhiteSpace();
            Uri.TryCreate(thing.Element(Atom + "id")!.Value, UriKind.Absolute, out var id).ShouldBeTrue();
            id!.Scheme.ShouldBe("tag");
            DateTimeOffset.TryParseExact(thing.Element(Atom + "updated")!.Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _).ShouldBeTrue();
            foreach (var link in thing.Elements(Atom + "link")) Uri.TryCreate(link.Attribute("href")!.Value, UriKind.Absolute, out _).ShouldBeTrue();
        }
    }
}
