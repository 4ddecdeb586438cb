using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using Tracker.Web.Hosting;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Pages;

/// <summary>The web application over the five reports that come with it, as it is some time after its first start.</summary>
public sealed class TrackerSite : WebApplicationFactory<LoadingState>, IAsyncLifetime
{
    private static readonly TimeSpan LongestLoading = TimeSpan.FromMinutes(5);
    private readonly string _data = Directory.CreateTempSubdirectory("tracker-site-").FullName;

    public HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await PreparedDatabase.CopyToAsync(_data, Contents.ScoredSeeds);
        Client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var limit = new CancellationTokenSource(LongestLoading);
        while (!(await Client.GetAsync("/readyz", limit.Token)).IsSuccessStatusCode)
            await Task.Delay(100, limit.Token);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.ConfigureLogging(logging => logging.ClearProviders())
        .UseSetting("Tracker:DataDirectory", _data).UseSetting("Tracker:Roles", "web");

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}

[CollectionDefinition(Name)]
public sealed class SiteCollection : ICollectionFixture<TrackerSite>
{
    public const string Name = "site";
}
