using MediatR;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Tracker.App.Accounts;

namespace Tracker.Web.Security;

/// <summary>As long as there is no account, each start prints a link that makes the first administrator.</summary>
internal sealed partial class SetupOffer(IServiceScopeFactory scopes, IServer server, IConfiguration configuration, IHostApplicationLifetime lifetime, ILogger<SetupOffer> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await StartedAsync(stoppingToken);
            await using var scope = scopes.CreateAsyncScope();
            if ((await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new OfferSetup.Command(), stoppingToken)).LinkSecret is { } secret)
            {
                LogLink($"{Address()}/account/link/{secret}", OneTimeLinks.ForFirstAdmin.TotalHours);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program is stopping; the next start offers again.
        }
        catch (Exception cause)
        {
            // Reading goes on without an account, and the command line can add one.
            LogFailed(cause);
        }
    }

    /// <summary>The database is prepared by then, and the address known.</summary>
    private async Task StartedAsync(CancellationToken cancellation)
    {
        var started = new TaskCompletionSource();
        await using var whenStarted = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellation);
    }

    /// <summary>The site's own; without a setting one that a browser on this machine can open, also where the server listens on every one.</summary>
    private string Address()
    {
        if (configuration["Tracker:SiteAddress"] is { Length: > 0 } site) return site.TrimEnd('/');
        var binding = BindingAddress.Parse(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost");
        var host = binding.Host is "*" or "+" or "[::]" or "0.0.0.0" ? "localhost" : binding.Host;
        return FormattableString.Invariant($"{binding.Scheme}://{host}:{binding.Port}");
    }

    [LoggerMessage(2101, LogLevel.Warning, "No account yet: open {Link} within {Hours} hours to make the first administrator. It works once.")]
    private partial void LogLink(string link, double hours);

    [LoggerMessage(2102, LogLevel.Error, "The link for the first administrator could not be made: tracker users add makes one from the command line")]
    private partial void LogFailed(Exception cause);
}
