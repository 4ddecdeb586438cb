namespace Tracker.Core.Reading;

/// <summary>文件头: the first bytes by which common formats that are no plain text are told.</summary>
internal static class FileSignature
{
    private static readonly (byte[] Start, string Name)[] Formats =
    [
        ("%PDF"u8.ToArray(), "PDF文件"),
        ([0xD0, 0xCF, 0x11, 0xE0], "Word或WPS文件"),
        ([0x50, 0x4B, 0x03, 0x04], "Word文件或压缩包"),
        ("{\\rtf"u8.ToArray(), "RTF文件"),
        ([0x89, 0x50, 0x4E, 0x47], "图片"),
        ([0xFF, 0xD8, 0xFF], "图片"),
        ("GIF8"u8.ToArray(), "图片"),
        ([0x1F, 0x8B], "压缩包"),
        ("Rar!"u8.ToArray(), "压缩包"),
        ([0x37, 0x7A, 0xBC, 0xAF], "压缩包"),
        ([0x7F, 0x45, 0x4C, 0x46], "程序"),
        ("MZ\u0090"u8.ToArray(), "程序"),
    ];

    /// <returns>What the format is called in Chinese; null for none of them.</returns>
    public static string? NameOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, name) in Formats)
        {
            if (bytes.StartsWith(start)) return name;
        }

        return null;
    }
}
