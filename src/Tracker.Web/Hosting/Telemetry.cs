using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Tracker.Data;
using Tracker.Web.Security;

namespace Tracker.Web.Hosting;

/// <summary>
/// 遥测: sends traces, figures and log lines to an OpenTelemetry collector. Off unless <c>Tracker:Telemetry:Endpoint</c> names one, and off
/// means that nothing is listened to and nothing is sent.
/// </summary>
internal static class Telemetry
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "Tracker"];
    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.RateLimiting", "Npgsql", "System.Runtime", "Tracker"];

    /// <exception cref="DatabaseSettingsException">The address or the protocol is none.</exception>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["Tracker:Telemetry:Endpoint"] is not { Length: > 0 } address) return;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var collector) || collector.Scheme is not ("http" or "https"))
            throw new DatabaseSettingsException($"Tracker__Telemetry__Endpoint is '{address}': use the collector's address, such as http://localhost:4318.");
        var protocol = ProtocolOf(builder.Configuration["Tracker:Telemetry:Protocol"]);

        // The framework then says of each request what it was, in the names that collectors know.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        var resource = ResourceBuilder.CreateDefault().AddService("tracker", serviceVersion: ProgramVersion.Current);
        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources)
            .AddProcessor(new WithoutSecrets()).AddOtlpExporter(options => Send(options, "traces")).Build()!);
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter(options => Send(options, "metrics")).Build()!);
        builder.Services.AddHostedService<Start>();
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(typeof(SetupOffer).FullName, LogLevel.None);
        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.SetResourceBuilder(resource);
            logs.AddOtlpExporter(options => Send(options, "logs"));
        });

        void Send(OtlpExporterOptions options, string signal)
        {
            options.Protocol = protocol;
            options.Endpoint = protocol == OtlpExportProtocol.Grpc ? collector : new Uri(collector, $"v1/{signal}");
        }
    }

    /// <summary>After routing: a request is named by its route, which the framework itself says of figures only.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        if (app.Services.GetService<TracerProvider>() is null) return;
        app.Use(async (context, next) =>
        {
            var activity = context.Features.Get<IHttpActivityFeature>()?.Activity;
            if (activity is not null && context.GetEndpoint() is RouteEndpoint endpoint)
            {
                var route = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
                activity.DisplayName = $"{context.Request.Method} {route}";
                activity.SetTag("http.route", route);
            }

            await next(context);
            activity?.SetTag("http.response.status_code", context.Response.StatusCode);
        });
    }

    private static OtlpExportProtocol ProtocolOf(string? name) => name switch
    {
        null or "" or "http" => OtlpExportProtocol.HttpProtobuf,
        "grpc" => OtlpExportProtocol.Grpc,
        _ => throw new DatabaseSettingsException($"Tracker__Telemetry__Protocol is '{name}': use http or grpc."),
    };

    /// <summary>Addresses of one-time and mailed links are as good as passwords, and what people search for is theirs: the route says enough.</summary>
    private sealed class WithoutSecrets : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity activity)
        {
            activity.SetTag("url.path", activity.GetTagItem("http.route"));
            activity.SetTag("url.query", null);
        }
    }

    /// <summary>Both listen as soon as they are made, and say what is left when the program ends.</summary>
    private sealed class Start(TracerProvider traces, MeterProvider figures) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.Run(() => (traces.ForceFlush(), figures.ForceFlush()), cancellationToken);
    }
}
