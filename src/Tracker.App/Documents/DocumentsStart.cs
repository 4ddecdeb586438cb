using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Tracker.App.Documents;

internal static class DocumentsStart
{
    public static void AddDocuments(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => DocumentSettings.From(provider.GetService<IConfiguration>()));
        services.TryAddSingleton<DocumentReader>();
    }
}
