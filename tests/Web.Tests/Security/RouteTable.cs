using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Tracker.Web.Tests.Security;

/// <summary>Every address that the program answers, as its own route table says: what is added later is tested without being named.</summary>
internal static class RouteTable
{
    /// <param name="Address">With a value in each place of its route.</param>
    public sealed record Route(string Method, string Address)
    {
        public bool IsApi => Address.StartsWith("/api/", StringComparison.Ordinal);

        public string Path => Address.Split('?')[0];

        public override string ToString() => $"{Method} {Address}";
    }

    /// <param name="values">For a place in a route its value; any other place gets a word that names nothing.</param>
    public static async Task<IReadOnlyList<Route>> WritingAsync(IServiceProvider services, IReadOnlyDictionary<string, string> values)
    {
        var routes = new List<Route>();
        foreach (var endpoint in Endpoints(services))
        {
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Where(method => !IsReading(method)) ?? [])
                routes.Add(new Route(method, Fill(endpoint, values)));
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page) continue;
            var loaded = await services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
            routes.AddRange(loaded.HandlerMethods.Where(handler => !IsReading(handler.HttpMethod))
                .Select(handler => new Route(handler.HttpMethod.ToUpperInvariant(), Fill(endpoint, values) + (handler.Name is null ? "" : "?handler=" + handler.Name))));
        }

        return [.. routes.Distinct().OrderBy(route => route.Address, StringComparer.Ordinal)];
    }

    public static IReadOnlyList<string> Pages(IServiceProvider services, IReadOnlyDictionary<string, string> values) =>
        [.. Endpoints(services).Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => Fill(endpoint, values)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Every address that can be read, by people and by programs.</summary>
    public static IReadOnlyList<string> Reading(IServiceProvider services, IReadOnlyDictionary<string, string> values) =>
        [.. Pages(services, values).Concat(Endpoints(services)
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true)
            .Select(endpoint => Fill(endpoint, values))).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<RouteEndpoint> Endpoints(IServiceProvider services) =>
        services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static string Fill(RouteEndpoint endpoint, IReadOnlyDictionary<string, string> values)
    {
        var pattern = endpoint.RoutePattern;
        var route = "/" + pattern.RawText!.TrimStart('/');
        foreach (var place in pattern.Parameters)
        {
            var key = values.Keys.FirstOrDefault(key => key == $"{route.Split('{')[0]}{place.Name}") ?? place.Name;
            route = Place(place.Name).Replace(route, Uri.EscapeDataString(values.GetValueOrDefault(key, Nothing(place))), 1);
        }

        return route;
    }

    private static string Nothing(RoutePatternParameterPart place) => place.ParameterPolicies.Any(policy => policy.Content is "int" or "long") ? "1" : "nothing";

    private static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    /// <summary>A place of a route with its constraint, which may hold parentheses but no closing brace.</summary>
    private static Regex Place(string name) => new($@"\{{\*{{0,2}}{Regex.Escape(name)}(?:[:?=][^}}]*)?\}}", RegexOptions.None, TimeSpan.FromSeconds(1));
}
