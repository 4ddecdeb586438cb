using Microsoft.AspNetCore.Mvc;
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
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context => context.ProblemDetails.Detail ??= WhatToDo(context.ProblemDetails));
        services.AddOpenApi(ApiDescription.Document, Describe);
        services.AddOpenApi(ApiDescription.InEnglish, Describe);
        services.AddSingleton<ApiCatalogue>();

        // Served as application/json with nosniff, never set into a page: Chinese may stay as it is.
        services.ConfigureHttpJsonOptions(options => ContractJson.Configure(options.SerializerOptions));
        services.AddOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>().Configure<TimeZoneInfo>((options, zone) => options.SerializerOptions.Converters.Add(new MomentConverter(zone)));
    }

    /// <summary>For what is refused before any of our own code sees it.</summary>
    private static string? WhatToDo(ProblemDetails problem) => problem switch
    {
        HttpValidationProblemDetails or ValidationProblemDetails => null,
        { Status: StatusCodes.Status400BadRequest } => "The request cannot be read: send what /openapi/v1.json describes for this address.",
        { Status: StatusCodes.Status404NotFound } => "There is nothing at this address: /openapi/v1.json lists what there is.",
        { Status: StatusCodes.Status405MethodNotAllowed } => "This address is not for this method: /openapi/v1.json says for which.",
        { Status: StatusCodes.Status415UnsupportedMediaType } => "Send JSON, with Content-Type: application/json.",
        _ => null,
    };

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
