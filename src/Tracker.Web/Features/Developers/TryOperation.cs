using Tracker.Web.Language;

namespace Tracker.Web.Features.Developers;

/// <summary>Leads a form that tries an address of the API to that address: without scripts no form can fill in a path, or leave out what was left empty.</summary>
internal static class TryOperation
{
    public const string Folder = "/developers/try";

    public static void MapTryOperation(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Folder + "/{operation}", async (HttpContext context, ApiCatalogue catalogue, Wording words, string operation, CancellationToken cancellation) =>
        {
            var given = context.Request.Query.ToDictionary(value => value.Key, value => value.Value.ToString(), StringComparer.Ordinal);
            var asked = await catalogue.FindAsync(words.Language, operation, cancellation);
            return asked is { IsRead: true } && asked.AddressWith(given) is { } address
                ? Results.LocalRedirect(context.Request.PathBase + address)
                : Results.LocalRedirect($"{context.Request.PathBase}/developers{(asked is null ? "" : "#" + asked.Id)}");
        }).ExcludeFromDescription();
}
