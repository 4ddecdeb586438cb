using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tracker.Web.Api;

/// <summary>The address space /api/v1 and its description.</summary>
internal static class ApiStart
{
    public static void AddApi(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddOpenApi("v1", options => options.AddSchemaTransformer(TextSpanJson.DescribeAsync));
        services.ConfigureHttpJsonOptions(options =>
        {
            // Served as application/json with nosniff, never set into a page: Chinese may stay as it is.
            options.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
            options.SerializerOptions.Converters.Add(new TextSpanJson());
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        var api = app.MapGroup("/api/v1").AddEndpointFilter<EntityTagFilter>();
        api.MapReading();
    }
}
