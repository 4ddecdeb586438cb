using System.IO.Compression;
using System.Text.Json;
using Tracker.App.Contract;

namespace Tracker.App.Bundles;

/// <summary>A bundle's parts as they are in the file, not yet checked. Everything that no bundle could be is refused before it is read.</summary>
public sealed record BundleFile(byte[] Zip, IReadOnlyDictionary<string, byte[]> Parts)
{
    public const string ManifestName = "manifest.json";
    public const string ReadmeName = "README.txt";
    public const string PageName = "commitment.html";
    public const string DocumentName = "commitment.json";
    public const string ChainName = "chain.json";

    /// <summary>Parts are stored as they are, so that this bounds everything that is read out of it.</summary>
    public const int MostBytes = 32 * 1024 * 1024;

    /// <summary>In the order in which they stand in the file.</summary>
    public static readonly IReadOnlyList<string> Names = [ManifestName, ReadmeName, PageName, DocumentName, ChainName];

    private static readonly JsonSerializerOptions Json = ContractJson.Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        MaxDepth = 32,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    });

    /// <exception cref="UnusableInputException"><c>not-found</c>, <c>unreadable</c>, <c>bad-bundle</c>.</exception>
    public static async Task<BundleFile> ReadAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path)) throw new UnusableInputException("not-found", $"{path}：没有这个文件，请检查路径。");
        try
        {
            await using var file = File.OpenRead(path);
            if (file.Length > MostBytes) throw Bad(path, $"文件超过{MostBytes / 1024 / 1024} MB");
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes, cancellation);
            return Of(path, bytes);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException("unreadable", $"{path}：无法读取（{cause.Message}），请检查文件和权限。", cause);
        }
    }

    /// <param name="name">For messages.</param>
    /// <exception cref="UnusableInputException"><c>bad-bundle</c>.</exception>
    public static BundleFile Of(string name, byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            Refuse(name, zip.Entries);
            return new BundleFile(bytes, zip.Entries.ToDictionary(entry => entry.FullName, entry => Content(name, entry), StringComparer.Ordinal));
        }
        catch (Exception cause) when (cause is InvalidDataException or IOException or ArgumentException or NotSupportedException or OverflowException)
        {
            throw Bad(name, "不是可以打开的zip文件", cause);
        }
    }

    /// <exception cref="InvalidDataException">The part is not the JSON that it should be.</exception>
    internal T Read<T>(string part)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Parts[part], Json) ?? throw new InvalidDataException($"{part}内容为空");
        }
        catch (Exception cause) when (cause is JsonException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            throw new InvalidDataException($"{part}不是所要求的JSON：{cause.Message}", cause);
        }
    }

    private static void Refuse(string name, IReadOnlyCollection<ZipArchiveEntry> entries)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!Names.Contains(entry.FullName, StringComparer.Ordinal)) throw Bad(name, $"含有不属于核验包的条目“{Printable(entry.FullName)}”");
            if (!seen.Add(entry.FullName)) throw Bad(name, $"条目“{entry.FullName}”重复");
            if (entry.CompressedLength != entry.Length) throw Bad(name, $"条目“{entry.FullName}”经过压缩，核验包的各部分都是原样存放的");
        }

        if (Names.FirstOrDefault(wanted => !seen.Contains(wanted)) is { } missing) throw Bad(name, $"缺少“{missing}”");
    }

    private static byte[] Content(string name, ZipArchiveEntry entry)
    {
        if (entry.Length > MostBytes) throw Bad(name, $"条目“{entry.FullName}”自称超过{MostBytes / 1024 / 1024} MB");
        using var source = entry.Open();
        var content = new byte[entry.Length];
        return source.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) == content.Length && source.ReadByte() < 0
            ? content
            : throw Bad(name, $"条目“{entry.FullName}”的长度与所称不符");
    }

    /// <summary>A stranger's name goes to a terminal: nothing that would steer it, and not too much.</summary>
    private static string Printable(string entry) =>
        string.Concat(entry.Take(60).Select(character => char.IsControl(character) ? '?' : character));

    private static UnusableInputException Bad(string name, string why, Exception? cause = null) =>
        new("bad-bundle", $"{name}：{why}。请使用tracker bundle写出的原文件，不要解压后重新打包。", cause);
}
