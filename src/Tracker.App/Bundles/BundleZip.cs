using System.Text;

namespace Tracker.App.Bundles;

/// <summary>
/// The container of a bundle: a zip whose parts are stored as they are, with fixed times, in a fixed order. The same parts give the same
/// bytes on every machine, which the runtime's own writer does not promise, and a bomb cannot be made of it.
/// </summary>
internal static class BundleZip
{
    private const uint LocalHeader = 0x04034b50;
    private const uint CentralHeader = 0x02014b50;
    private const uint EndOfDirectory = 0x06054b50;
    private const ushort Version = 20;
    private const ushort Utf8Names = 0x0800;

    /// <summary>1980-01-01 00:00, the first moment that a zip can name.</summary>
    private const uint FirstMoment = 0x00210000;

    public static byte[] Write(IReadOnlyList<(string Name, byte[] Content)> parts)
    {
        var zip = new MemoryStream();
        using var writer = new BinaryWriter(zip, Encoding.UTF8);
        var offsets = new List<uint>(parts.Count);
        foreach (var (name, content) in parts)
        {
            offsets.Add((uint)zip.Length);
            writer.Write(LocalHeader);
            WriteDescription(writer, name, content);
            writer.Write(Encoding.UTF8.GetBytes(name));
            writer.Write(content);
        }

        var directory = (uint)zip.Length;
        foreach (var ((name, content), offset) in parts.Zip(offsets))
        {
            writer.Write(CentralHeader);
            writer.Write(Version);
            WriteDescription(writer, name, content);
            writer.Write(new byte[10]);
            writer.Write(offset);
            writer.Write(Encoding.UTF8.GetBytes(name));
        }

        var size = (uint)zip.Length - directory;
        writer.Write(EndOfDirectory);
        writer.Write(0u);
        writer.Write((ushort)parts.Count);
        writer.Write((ushort)parts.Count);
        writer.Write(size);
        writer.Write(directory);
        writer.Write((ushort)0);
        writer.Flush();
        return zip.ToArray();
    }

    /// <summary>The fields that both headers share, up to the length of the extra field.</summary>
    private static void WriteDescription(BinaryWriter writer, string name, byte[] content)
    {
        writer.Write(Version);
        writer.Write(Utf8Names);
        writer.Write((ushort)0);
        writer.Write(FirstMoment);
        writer.Write(Checksum(content));
        writer.Write((uint)content.Length);
        writer.Write((uint)content.Length);
        writer.Write((ushort)Encoding.UTF8.GetByteCount(name));
        writer.Write((ushort)0);
    }

    /// <summary>CRC-32 as zip wants it.</summary>
    private static uint Checksum(ReadOnlySpan<byte> content)
    {
        var crc = uint.MaxValue;
        foreach (var value in content)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
        }

        return ~crc;
    }
}
