using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Tracker.Web.Hosting;

internal static class FrontEndFiles
{
    private const string ForEver = "public, max-age=31536000, immutable";
    private const string AskAgain = "no-cache";

    /// <summary>Serves wwwroot. A file that is asked for with its version in the address never changes under it.</summary>
    public static void UseFrontEndFiles(this WebApplication app)
    {
        app.UseMiddleware<PackedFiles>(app.Environment.WebRootFileProvider);
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = HowLong(file.Context.Request) });
    }

    public static string HowLong(HttpRequest request) => request.Query.ContainsKey("v") ? ForEver : AskAgain;

    /// <summary>Long texts are packed a little better than fastest: a fifth fewer bytes for some milliseconds.</summary>
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(compression =>
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml"]);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
    }
}
