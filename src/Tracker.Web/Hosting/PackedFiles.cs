using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Tracker.Web.Hosting;

/// <summary>Serves styles and scripts packed well and packed once: as they are sent to every reader, squeezing each answer anew would be slower and larger.</summary>
internal sealed class PackedFiles(RequestDelegate next, IFileProvider files)
{
    private const string Brotli = "br";
    private const int Quality = 9;
    private const int Window = 22;
    private static readonly Dictionary<string, string> TypeOf = new(StringComparer.OrdinalIgnoreCase) { [".css"] = "text/css", [".js"] = "text/javascript" };
    private readonly ConcurrentDictionary<string, Packed> _packed = new(StringComparer.Ordinal);

    private sealed record Packed(DateTimeOffset Modified, string Tag, byte[] Bytes);

    public Task InvokeAsync(HttpContext context)
    {
        var (request, path) = (context.Request, context.Request.Path.Value ?? "");
        if (!HttpMethods.IsGet(request.Method) || !TypeOf.TryGetValue(Path.GetExtension(path), out var type) || !Takes(request)
            || files.GetFileInfo(path) is not { Exists: true, IsDirectory: false } file) return next(context);

        var packed = _packed.AddOrUpdate(path, _ => Pack(file), (_, known) => known.Modified == file.LastModified ? known : Pack(file));
        var headers = context.Response.Headers;
        headers.CacheControl = FrontEndFiles.HowLong(request);
        headers.ETag = packed.Tag;
        headers.Vary = "Accept-Encoding";
        if (request.Headers.IfNoneMatch.ToString().Contains(packed.Tag, StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        headers.ContentEncoding = Brotli;
        context.Response.ContentType = type;
        context.Response.ContentLength = packed.Bytes.Length;
        return context.Response.Body.WriteAsync(packed.Bytes, context.RequestAborted).AsTask();
    }

    private static bool Takes(HttpRequest request) =>
        request.Headers.AcceptEncoding.Any(line => new StringTokenizer(line ?? "", [',']).Any(way => way.AsSpan().Trim().SequenceEqual(Brotli)));

    private static Packed Pack(IFileInfo file)
    {
        using var source = file.CreateReadStream();
        using var content = new MemoryStream();
        source.CopyTo(content);
        var bytes = content.ToArray();
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        if (!BrotliEncoder.TryCompress(bytes, packed, out var length, Quality, Window)) throw new InvalidOperationException($"{file.Name} could not be packed.");
        return new Packed(file.LastModified, $"\"{file.LastModified.UtcTicks:x}-{bytes.Length:x}\"", packed[..length]);
    }
}
