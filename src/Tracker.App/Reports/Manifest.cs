using System.Text.Json;
using System.Text.Json.Serialization;
using Tracker.Data.Entities;

namespace Tracker.App.Reports;

/// <summary>What is known of a folder's reports beside their text: a file <c>manifest.json</c> in the folder or the one above it.</summary>
public sealed record Manifest(IReadOnlyList<Manifest.BodyEntry> Bodies, IReadOnlyList<Manifest.ReportEntry> Reports)
{
    public const string FileName = "manifest.json";

    private const long LargestFile = 4 * 1024 * 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <exception cref="UnusableInputException"><c>bad-manifest</c>: it is not the JSON that seeds/README.md describes.</exception>
    public static Manifest Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > LargestFile)
            {
                throw Bad(path, "文件超过4 MB", null);
            }

            var manifest = JsonSerializer.Deserialize<Manifest>(file, Options) ?? throw Bad(path, "内容为空", null);
            var unknown = manifest.Reports.FirstOrDefault(report => manifest.Bodies.All(body => body.Id != report.Body));
            return unknown is null ? manifest : throw Bad(path, $"报告{unknown.File}的机构“{unknown.Body}”不在bodies里", null);
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            throw Bad(path, cause.Message, cause);
        }
    }

    /// <summary>What a manifest beside the file says of it; null where there is none or it does not list the file.</summary>
    public static ReportFacts? FactsFor(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file));
        for (var levels = 0; levels < 2 && folder is not null; levels++, folder = Path.GetDirectoryName(folder))
        {
            var path = Path.Combine(folder, FileName);
            if (File.Exists(path))
            {
                return Read(path).Facts(Path.GetRelativePath(folder, Path.GetFullPath(file)));
            }
        }

        return null;
    }

    /// <param name="relativePath">Relative to the manifest.</param>
    public ReportFacts? Facts(string relativePath)
    {
        var asWritten = relativePath.Replace(Path.DirectorySeparatorChar, '/');
        return Reports.FirstOrDefault(report => report.File == asWritten) is { } entry
            ? new ReportFacts(Bodies.First(body => body.Id == entry.Body), entry)
            : null;
    }

    private static UnusableInputException Bad(string path, string why, Exception? cause) =>
        new("bad-manifest", $"{path}：{why}。请按seeds/README.md的说明改正，或移走这个文件。", cause);

    /// <param name="Id">Lower-case letters, digits and hyphens; it becomes part of addresses.</param>
    public sealed record BodyEntry(string Id, string Name, string Kind, string Region);

    /// <param name="File">Path relative to the manifest, with forward slashes.</param>
    /// <param name="Delivered">The day on which it was read; null where it is not known.</param>
    /// <param name="PlanYear">Only where the text itself does not say it.</param>
    /// <param name="ReviewYear">Only where the text itself does not say it.</param>
    public sealed record ReportEntry(
        string File, string Body, DocumentKind DocumentKind, DateOnly? Delivered = null, string Presenter = "", int? PlanYear = null,
        int? ReviewYear = null);
}

/// <summary>What is known of one report beside its text.</summary>
public sealed record ReportFacts(Manifest.BodyEntry Body, Manifest.ReportEntry Report);
