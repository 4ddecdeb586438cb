using System.Buffers.Binary;

namespace Tracker.App.Documents.Scans;

/// <summary>The size of a picture as its header gives it, read without decoding the picture. Of a TIFF with several, the first's.</summary>
internal sealed record PictureHeader(long Width, long Height, string Extension)
{
    /// <returns>Null where the picture breaks off, or gives no size.</returns>
    public static PictureHeader? Of(ReadOnlySpan<byte> bytes)
    {
        var header = bytes[0] switch { 0x89 => Png(bytes), 0xFF => Jpeg(bytes), _ => Tiff(bytes) };
        return header is { Width: > 0, Height: > 0 } ? header : null;
    }

    private static PictureHeader? Png(ReadOnlySpan<byte> bytes) => bytes.Length < 33 || bytes[^Math.Min(bytes.Length, 64)..].IndexOf("IEND"u8) < 0
        ? null
        : new PictureHeader(BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]), ".png");

    private static PictureHeader? Jpeg(ReadOnlySpan<byte> bytes)
    {
        if (bytes[^Math.Min(bytes.Length, 1024)..].LastIndexOf<byte>([0xFF, 0xD9]) < 0) return null;
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var mark = bytes[at + 1];
            // Start of frame in any coding; 0xC4, 0xC8 and 0xCC in the same range are tables.
            if (mark is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return new PictureHeader(BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]), ".jpg");
            at += mark is 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }

    private static PictureHeader? Tiff(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16) return null;
        var little = bytes[0] == 0x49;
        var first = Long(bytes, 4, little);
        if (first + 2 > bytes.Length) return null;
        long width = 0, height = 0;
        var entries = Short(bytes, (int)first, little);
        for (var i = 0; i < entries && first + 14 + (12 * i) <= bytes.Length; i++)
        {
            var at = (int)first + 2 + (12 * i);
            var value = Short(bytes, at + 2, little) == 3 ? (long)Short(bytes, at + 8, little) : Long(bytes, at + 8, little);
            if (Short(bytes, at, little) is 256) width = value;
            else if (Short(bytes, at, little) is 257) height = value;
        }

        return new PictureHeader(width, height, ".tif");
    }

    private static uint Long(ReadOnlySpan<byte> bytes, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    private static int Short(ReadOnlySpan<byte> bytes, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
