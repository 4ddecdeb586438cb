namespace Tracker.Web.Features.Admin;

/// <summary>Where a one-time link leads, as seen by the browser that asks.</summary>
internal static class OneTimeAddress
{
    public static string Of(HttpRequest request, string secret) => $"{request.Scheme}://{request.Host}/account/link/{secret}";
}
