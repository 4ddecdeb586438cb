using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using Tracker.Web.Hosting;

namespace Tracker.Web.Tests.Pages;

/// <summary>What a start does with the reports that come with the product.</summary>
public sealed class StartTests : IDisposable
{
    private static readonly TimeSpan LongestLoading = TimeSpan.FromMinutes(5);
    private readonly string _data = Directory.CreateTempSubdirectory("tracker-start-").FullName;

    [Fact]
    public async Task A_second_start_imports_nothing_twice_and_runs_nothing_again()
    {
        var first = await StartAsync();
        var second = await StartAsync();
        first.Reports.ShouldBe(5);
        first.Runs.ShouldBe(1);
        second.ShouldBe(first);
    }

    [Fact]
    public async Task A_first_start_warns_of_nothing_but_that_there_is_no_account_yet()
    {
        var (warnings, none) = (new Warnings(), Directory.CreateDirectory(Path.Combine(_data, "none")).FullName);
        await File.WriteAllTextAsync(Path.Combine(none, "manifest.json"), """{ "bodies": [], "reports": [] }""");
        await using var site = new WebApplicationFactory<LoadingState>().WithWebHostBuilder(builder => builder
            .UseSetting("Tracker:DataDirectory", _data).UseSetting("Tracker:SeedsDirectory", none)
            .ConfigureLogging(logging => logging.AddProvider(warnings)));
        var client = site.CreateClient();
        using var limit = new CancellationTokenSource(LongestLoading);
        while (!(await client.GetAsync("/readyz", limit.Token)).IsSuccessStatusCode || warnings.Lines.IsEmpty) await Task.Delay(100, limit.Token);
        warnings.Lines.ShouldHaveSingleItem().ShouldStartWith("No account yet: open ");
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private async Task<(int Reports, int Runs)> StartAsync()
    {
        await using var site = new WebApplicationFactory<LoadingState>().WithWebHostBuilder(builder => builder.UseSetting("Tracker:DataDirectory", _data));
        var client = site.CreateClient();
        (await client.GetAsync("/healthz")).EnsureSuccessStatusCode();
        using var limit = new CancellationTokenSource(LongestLoading);
        while (!(await client.GetAsync("/readyz", limit.Token)).IsSuccessStatusCode) await Task.Delay(100, limit.Token);
        return (await CountAsync(client, "reports"), await CountAsync(client, "runs"));
    }

    /// <summary>What is logged as a warning or worse.</summary>
    private sealed class Warnings : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Lines.Enqueue(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }

    private static async Task<int> CountAsync(HttpClient client, string list) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/" + list)).GetProperty("items").GetArrayLength();
}
