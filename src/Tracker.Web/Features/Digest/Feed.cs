using System.Security.Cryptography;
using MediatR;
using Microsoft.Net.Http.Headers;
using Tracker.App.Digest;
using Tracker.App.Subscriptions;
using Tracker.Data.Entities;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Digest;

/// <summary>The feed of what changed, for any subscription, as long as an administrator offers it.</summary>
internal static class Feed
{
    private const string Path = "/digest/feed.atom";

    /// <summary>Where the feed for a choice is; what is empty is left out.</summary>
    public static string Address(Wording words, params (string Name, string? Value)[] choices) => Path + QueryString.Create(
        choices.Append(("lang", words.Language == Wording.English ? Wording.English : null)).Where(choice => !string.IsNullOrEmpty(choice.Item2))
            .Select(choice => KeyValuePair.Create<string, string?>(choice.Item1, choice.Item2)));

    public static void MapFeed(this WebApplication app) => app.MapGet(
        Path,
        async (HttpContext context, IMediator mediator, string? scope, string? value, string? lang, CancellationToken cancellation) =>
        {
            var chosen = scope is null ? SubscriptionScope.Everything : Codes.Parse<SubscriptionScope>(scope);
            if (chosen is null || new SubscriptionFilter(chosen.Value, value ?? "").Tidy() is not { IsWhole: true } filter) return Results.NotFound();
            var language = lang == Wording.English ? DigestLanguage.English : DigestLanguage.Chinese;
            var own = Path + QueryString.Create(new (string Name, string? Value)[]
            {
                ("scope", scope), ("value", filter.Value), ("lang", language == DigestLanguage.English ? Wording.English : null),
            }.Where(choice => !string.IsNullOrEmpty(choice.Value)).Select(choice => KeyValuePair.Create<string, string?>(choice.Name, choice.Value)));
            if (await mediator.Send(new ShowFeed.Query(own, filter, language), cancellation) is not { } feed) return Results.NotFound();

            // Whoever judges something blind is not shown it: what one is sent, another may not be.
            context.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { NoCache = true, Private = true };
            return Results.Bytes(
                feed.Xml, "application/atom+xml; charset=utf-8", lastModified: feed.Updated,
                entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(feed.Xml))[..32]}\""));
        }).ExcludeFromDescription();
}
