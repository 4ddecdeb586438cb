using System.Collections.Concurrent;
using Microsoft.AspNetCore.OpenApi;
using Tracker.Web.Api;

namespace Tracker.Web.Features.Developers;

/// <summary>The API's operations as its description gives them, by what they are about. Read once a language: they are the program's own and never change.</summary>
public sealed class ApiCatalogue(IServiceProvider services)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<Group>> known = new(StringComparer.Ordinal);

    public sealed record Group(string Name, IReadOnlyList<ApiOperation> Operations);

    public async Task<IReadOnlyList<Group>> GroupsAsync(string language, CancellationToken cancellation) =>
        known.TryGetValue(language, out var groups) ? groups : known.GetOrAdd(language, await ReadAsync(ApiDescription.DocumentIn(language), cancellation));

    /// <returns>Null where there is none with that name.</returns>
    public async Task<ApiOperation?> FindAsync(string language, string id, CancellationToken cancellation) =>
        (await GroupsAsync(language, cancellation)).SelectMany(group => group.Operations).FirstOrDefault(operation => operation.Id == id);

    private async Task<IReadOnlyList<Group>> ReadAsync(string name, CancellationToken cancellation)
    {
        var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(name).GetOpenApiDocumentAsync(cancellation);
        var operations = document.Paths
            .SelectMany(path => (path.Value.Operations ?? []).Select(operation => (Tag: operation.Value.Tags!.First().Name, Operation: ApiOperation.Of(path.Key, operation.Key, operation.Value))))
            .ToLookup(entry => entry.Tag, entry => entry.Operation, StringComparer.Ordinal);
        return [.. (document.Tags ?? new HashSet<Microsoft.OpenApi.OpenApiTag>()).Select(tag => new Group(tag.Name!, [.. operations[tag.Name].OrderBy(operation => !operation.IsRead).ThenBy(operation => operation.Path, StringComparer.Ordinal)]))];
    }
}
