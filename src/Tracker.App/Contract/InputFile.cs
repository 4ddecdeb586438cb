using System.Security.Cryptography;
using Tracker.App.Documents;
using Tracker.App.Reports;
using Tracker.Core.Domain;
using Tracker.Core.Reading;

namespace Tracker.App.Contract;

/// <summary>A document read from a file, without any database.</summary>
/// <param name="Name">The path as it was given.</param>
/// <param name="Sha256">Of the bytes: 64 lower-case hexadecimal digits.</param>
/// <param name="Document">What was read out of the bytes.</param>
public sealed record InputFile(string Name, string Sha256, DocumentText Document)
{
    /// <summary>As decoded, byte order mark excluded.</summary>
    public string Text => Document.Text;

    public string DecodedAs => Document.DecodedAs;

    public PageMap Pages => Document.Pages;

    public IReadOnlyList<Issue> Issues => Document.Issues;

    /// <param name="reader">Null for one with the usual limits.</param>
    /// <exception cref="UnusableInputException">The file is not there, cannot be read or is no report's document.</exception>
    public static async Task<InputFile> ReadAsync(string path, CancellationToken cancellation, DocumentReader? reader = null)
    {
        if (!File.Exists(path))
        {
            throw new UnusableInputException("not-found", $"{path}：没有这个文件，请检查路径。");
        }

        reader ??= new DocumentReader(DocumentSettings.Default);
        var bytes = await SourceFile.FromPath(path).ReadAsync(reader.Settings, cancellation);
        return new InputFile(path, Convert.ToHexStringLower(SHA256.HashData(bytes)), await reader.ReadAsync(path, bytes, cancellation));
    }
}
