using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Tracker.Web.Hosting;

namespace Tracker.Web.Tests.Pages;

/// <summary>What a start does with the reports that come with the product.</summary>
public sealed class StartTests : IDisposable
{
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

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private async Task<(int Reports, int Runs)> StartAsync()
    {
        await using var site = new WebApplicationFactory<LoadingState>().WithWebHostBuilder(builder => builder.UseSetting("Tracker:DataDirectory", _data));
        var client = site.CreateClient();
        (await client.GetAsync("/healthz")).EnsureSuccessStatusCode();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await client.GetAsync("/readyz", limit.Token)).IsSuccessStatusCode) await Task.Delay(100, limit.Token);
        return (await CountAsync(client, "reports"), await CountAsync(client, "runs"));
    }

    private static async Task<int> CountAsync(HttpClient client, string list) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/" + list)).GetProperty("items").GetArrayLength();
}
