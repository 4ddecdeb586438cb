using System.Security.Cryptography;
using Tracker.App.Reports;

namespace Tracker.App.Contract;

/// <summary>A document read from a file, without any database.</summary>
/// <param name="Name">The path as it was given.</param>
/// <param name="Sha256">Of the bytes: 64 lower-case hexadecimal digits.</param>
/// <param name="Text">As decoded, byte order mark excluded.</param>
public sealed record InputFile(string Name, string Sha256, string DecodedAs, string Text)
{
    /// <exception cref="UnusableInputException">The file is not there, cannot be read or is no text.</exception>
    public static async Task<InputFile> ReadAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            throw new UnusableInputException("not-found", $"{path}：没有这个文件，请检查路径。");
        }

        var bytes = await SourceFile.FromPath(path).ReadAsync(cancellation);
        var (text, decodedAs) = DocumentText.Read(path, bytes);
        return new InputFile(path, Convert.ToHexStringLower(SHA256.HashData(bytes)), decodedAs, text);
    }
}
