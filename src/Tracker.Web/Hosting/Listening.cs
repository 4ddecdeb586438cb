using System.Text.Encodings.Web;
using System.Text.Json;
using Tracker.Data;

namespace Tracker.Web.Hosting;

internal static class Listening
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <summary>A report of 200,000 characters in its widest encoding fits many times over.</summary>
    private const long LargestRequest = 8 * 1024 * 1024;

    public static void Listen(this WebApplicationBuilder builder)
    {
        // Any address that was given, in whatever way, comes before the default one.
        string[] given = ["urls", "http_ports", "https_ports"];
        if (given.All(key => string.IsNullOrEmpty(builder.Configuration[key])) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
    }

    /// <summary>One JSON object a line, with Chinese as it is; plain lines for people where <c>Tracker:Logs</c> says <c>text</c>.</summary>
    /// <exception cref="DatabaseSettingsException">It says something else.</exception>
    public static void LogLines(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        if (builder.Configuration["Tracker:Logs"] is { Length: > 0 } form and not "json")
        {
            if (form != "text") throw new DatabaseSettingsException($"Tracker__Logs is '{form}': use json or text.");
            builder.Logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss ";
            });
            return;
        }

        builder.Logging.AddJsonConsole(console =>
        {
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            console.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        });
    }
}
