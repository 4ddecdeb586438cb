using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tracker.Web.Hosting;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Operations;

/// <summary>The site with settings of an operator's, asked from an address on the network as its caller says.</summary>
internal sealed class OperatedSite(params (string Name, string Value)[] settings) : WebApplicationFactory<LoadingState>
{
    private const string From = "X-Test-Address";
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("tracker-operated-");

    public Task<HttpResponseMessage> GetAsync(string path, string from, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(From, from);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return Client.SendAsync(request);
    }

    private HttpClient Client => field ??= CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        var data = Path.Combine(_directory.FullName, "data");
        PreparedDatabase.CopyTo(data, Contents.Nothing);
        builder.UseSetting("Tracker:DataDirectory", data);
        var none = _directory.CreateSubdirectory("no-seeds").FullName;
        File.WriteAllText(Path.Combine(none, "manifest.json"), """{ "bodies": [], "reports": [] }""");
        builder.UseSetting("Tracker:SeedsDirectory", none);
        builder.UseSetting("Tracker:Roles", "web");
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
        builder.ConfigureLogging(logging => logging.AddFilter("Microsoft.Hosting", LogLevel.Warning));
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(new Caller()));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (_directory.Exists) _directory.Delete(recursive: true);
    }

    /// <summary>Stands in for the network, which in these tests there is none of.</summary>
    private sealed class Caller : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, then) =>
            {
                if (context.Request.Headers[From].ToString() is { Length: > 0 } address) context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                return then(context);
            });
            next(app);
        };
    }
}
