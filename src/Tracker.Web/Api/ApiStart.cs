using Microsoft.AspNetCore.OpenApi;
using Tracker.App.Contract;
using Tracker.Web.Features.Developers;
using Tracker.Web.Features.Runs;

namespace Tracker.Web.Api;

/// <summary>The address space /api/v1 and its description.</summary>
internal static class ApiStart
{
    public static void AddApi(this IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = ProblemLanguage.Choose);
        services.AddSingleton<IProblemDetailsWriter, LastResortProblemWriter>();
        services.AddOpenApi(ApiDescription.Document, Describe);
        services.AddOpenApi(ApiDescription.InEnglish, Describe);
        services.AddSingleton<ApiCatalogue>();

        // Served as application/json with nosniff, never set into a page: Chinese may stay as it is.
        services.ConfigureHttpJsonOptions(options => ContractJson.Configure(options.SerializerOptions));
        services.AddOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>().Configure<TimeZoneInfo>((options, zone) => options.SerializerOptions.Converters.Add(new MomentConverter(zone)));
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        var api = app.MapGroup("/api/v1").AddEndpointFilter<EntityTagFilter>();
        api.MapReading();
        api.MapSharing();
        api.MapRunEvents();
        api.MapPublication();
        api.MapWriting();
        api.MapImport();
        api.MapDrafts();
        api.MapDecisions();
        api.MapSchedules();
        app.MapTryOperation();
    }

    private static void Describe(OpenApiOptions options)
    {
        options.AddOperationTransformer<ApiDescription>().AddDocumentTransformer<ApiDescription>();
        var usual = options.CreateSchemaReferenceId;
        options.CreateSchemaReferenceId = type => usual(type) is { } name ? Owner(type.Type) + name : null;
    }

    /// <summary>A use case's Result is told from another one's by the use case.</summary>
    private static string Owner(Type type) =>
        type.DeclaringType is { } owner && !type.IsGenericType && !owner.Name.Contains("Endpoint", StringComparison.Ordinal) ? owner.Name : "";
}
