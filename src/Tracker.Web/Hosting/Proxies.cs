using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Tracker.Data;

namespace Tracker.Web.Hosting;

/// <summary>反向代理: whose word is taken for who asks and whether they asked over TLS. Nobody's unless <c>Tracker:Proxies</c> names addresses or networks.</summary>
internal static class Proxies
{
    /// <summary>Before all else: limits and logs go by the address of who asks.</summary>
    /// <exception cref="DatabaseSettingsException">An address is none.</exception>
    public static void UseProxies(this WebApplication app)
    {
        if (app.Configuration["Tracker:Proxies"] is not { Length: > 0 } text) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(name, out var address)) options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(name, out var network)) options.KnownIPNetworks.Add(network);
            else throw new DatabaseSettingsException($"Tracker__Proxies holds '{name}': use addresses or networks such as 127.0.0.1 or 172.16.0.0/12, separated by commas.");
        }

        app.UseForwardedHeaders(options);
    }
}
