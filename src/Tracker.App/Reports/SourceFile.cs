using Tracker.App.Documents;
using Tracker.Core.Reading;

namespace Tracker.App.Reports;

/// <summary>A document that was handed in, not yet read.</summary>
/// <param name="Name">As it was called where it came from, without folders; only shown, never opened.</param>
/// <param name="Open">Opens its bytes; called once.</param>
/// <param name="Facts">What is known of it beside its text; null to go by the text alone.</param>
public sealed record SourceFile(string Name, Func<Stream> Open, Func<ReportFacts?> Facts)
{
    /// <summary>Links are not followed, so that a folder handed in never reaches outside itself.</summary>
    private static readonly EnumerationOptions InsideFolders = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint };

    private const int LongestName = 200;

    public string Name { get; } = Plain(Name);

    /// <summary>Name or id of the body, where a table beside the file says it and nothing else does.</summary>
    public Func<string?> BodyNamed { get; private init; } = () => null;

    public static SourceFile FromBytes(string name, byte[] bytes, ReportFacts? facts = null) =>
        new(name, () => new MemoryStream(bytes, writable: false), () => facts);

    public static SourceFile FromPath(string path) =>
        new(Path.GetFileName(path), () => File.OpenRead(path), () => Manifest.FactsFor(path)) { BodyNamed = () => BodyTable.BodyOf(path) };

    /// <summary>The files named, and of the folders named every document inside, in ordinal order of their paths.</summary>
    /// <exception cref="UnusableInputException"><c>not-found</c> or <c>unreadable</c>.</exception>
    public static IReadOnlyList<SourceFile> FromPaths(IEnumerable<string> paths)
    {
        try
        {
            return [.. paths.SelectMany(DocumentsIn).Select(FromPath)];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException("unreadable", $"无法读取（{cause.Message}），请检查文件和权限。", cause);
        }
    }

    /// <exception cref="UnusableInputException"><c>too-large</c> or <c>unreadable</c>.</exception>
    public async Task<byte[]> ReadAsync(DocumentSettings settings, CancellationToken cancellation)
    {
        try
        {
            await using var source = Open();
            if (source.CanSeek && source.Length > settings.MostBytes) throw TooLarge(settings);
            var bytes = new MemoryStream();
            var buffer = new byte[81920];
            for (int read; (read = await source.ReadAsync(buffer, cancellation)) > 0;)
            {
                // Counted while reading: a pipe or a growing file has no length to trust.
                if (bytes.Length + read > settings.MostBytes) throw TooLarge(settings);
                bytes.Write(buffer, 0, read);
            }

            return bytes.ToArray();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException("unreadable", $"{Name}：无法读取（{cause.Message}），请检查文件和权限。", cause);
        }
    }

    /// <summary>The file itself, or every document in the folder, in ordinal order of the paths.</summary>
    /// <exception cref="UnusableInputException"><c>not-found</c>.</exception>
    public static IEnumerable<string> DocumentsIn(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", InsideFolders).Where(IsDocument).Order(StringComparer.Ordinal)
            : throw new UnusableInputException("not-found", $"{path}：没有这个文件或文件夹，请检查路径。");
    }

    private static bool IsDocument(string path) => SourceFormats.KnownExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private UnusableInputException TooLarge(DocumentSettings settings) =>
        new(UnusableCodes.TooLarge, $"{Name}：文件超过{settings.MostMegabytes} MB，不像一份工作报告，请只保留报告正文。");

    /// <summary>What comes after the last slash of either kind, without characters that could disturb a terminal or a page.</summary>
    private static string Plain(string name)
    {
        var last = string.Concat(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)).Trim();
        return last.Length == 0 ? "report" : last.Length <= LongestName ? last : last[^LongestName..];
    }
}
