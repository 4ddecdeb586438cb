using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Tracker.Web.Tests.Operations;

/// <summary>遥测 goes to the collector that a setting names, without what is secret, and nowhere without one.</summary>
public sealed class TelemetrySpecs
{
    [Fact]
    public async Task A_named_collector_is_sent_traces_figures_and_log_lines_without_secrets()
    {
        await using var collector = await Collector.StartAsync();
        await using (var site = new OperatedSite(("Tracker:Telemetry:Endpoint", collector.Address)))
        {
            (await site.GetAsync("/commitments?q=only-mine", "203.0.113.7")).StatusCode.ShouldBe(HttpStatusCode.OK);
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
            while (!(await site.GetAsync("/readyz", "203.0.113.7")).IsSuccessStatusCode) await Task.Delay(50, limit.Token);
            await site.GetAsync("/account/link/as-good-as-a-password", "203.0.113.7");
            site.Services.GetRequiredService<TracerProvider>().ForceFlush();
            site.Services.GetRequiredService<MeterProvider>().ForceFlush();
            site.Services.GetRequiredService<LoggerProvider>().ForceFlush();
        }

        var traces = collector.Received("traces");
        traces.ShouldContain("GET /account/link/{secret}", Case.Sensitive, "the route of a request");
        traces.ShouldContain("ListCommitments", Case.Sensitive, "the use case in it");
        traces.ShouldNotContain("as-good-as-a-password");
        traces.ShouldNotContain("only-mine");
        collector.Received("metrics").ShouldContain("http.server.request.duration");
        collector.Received("metrics").ShouldContain("tracker.request.duration");
        collector.Received("logs").ShouldContain("Ready");
        collector.Received("logs").ShouldNotContain("/account/link/", Case.Sensitive, "the link for the first administrator is for this machine's log alone");
    }

    [Fact]
    public async Task Without_a_collector_nothing_is_listened_to()
    {
        await using var site = new OperatedSite();
        (await site.GetAsync("/commitments", "203.0.113.7")).StatusCode.ShouldBe(HttpStatusCode.OK);
        site.Services.GetService<TracerProvider>().ShouldBeNull();
        site.Services.GetService<MeterProvider>().ShouldBeNull();
        site.Services.GetService<LoggerProvider>().ShouldBeNull();
    }
}
