using Microsoft.AspNetCore.Http.Features;
using Tracker.App.Drafts;

namespace Tracker.Web.Security;

/// <summary>
/// How large a request that hands files in may be: as large as the settings say, at the addresses for it, and no larger anywhere. What is
/// larger is refused before it is read; files wait on disk, not in memory.
/// </summary>
internal static class UploadLimit
{
    private const int InMemory = 64 * 1024;
    private static readonly string[] Addresses = ["/reports/upload", "/api/v1/reports"];

    public static void UseUploadLimit(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<UploadSettings>();
        app.Use((context, next) => IsUpload(context.Request) ? LimitAsync(context, settings, next) : next(context));
    }

    private static bool IsUpload(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && Array.Exists(Addresses, address => request.Path.Equals(address, StringComparison.OrdinalIgnoreCase));

    private static Task LimitAsync(HttpContext context, UploadSettings settings, RequestDelegate next)
    {
        if (context.Request.ContentLength > settings.MostBytes) return Refusal.AnswerAsync(context, StatusCodes.Status413PayloadTooLarge);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = settings.MostBytes;
        context.Features.Set<IFormFeature>(new FormFeature(
            context.Request,
            new FormOptions { MultipartBodyLengthLimit = settings.MostBytes, MemoryBufferThreshold = InMemory, BufferBody = false, ValueCountLimit = settings.MostFiles + 16 }));
        return next(context);
    }
}
