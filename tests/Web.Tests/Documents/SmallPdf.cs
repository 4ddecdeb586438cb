using System.Buffers.Binary;
using System.Text;

namespace Tracker.Web.Tests.Documents;

/// <summary>Writes PDFs object by object: such as a scanner makes, and such as nobody should.</summary>
internal sealed class SmallPdf
{
    private readonly MemoryStream _bytes = new();
    private readonly List<long> _offsets = [];

    public SmallPdf() => Write("%PDF-1.4\n");

    /// <summary>One page a picture; the pictures are JPEG in colour.</summary>
    public static byte[] OfPictures(IReadOnlyList<byte[]> pictures)
    {
        var pdf = new SmallPdf();
        pdf.Add("<</Type/Catalog/Pages 2 0 R>>");
        pdf.Add($"<</Type/Pages/Count {pictures.Count}/Kids[{string.Join(' ', pictures.Select((_, i) => $"{3 + (3 * i)} 0 R"))}]>>");
        for (var i = 0; i < pictures.Count; i++)
        {
            var (width, height) = SizeOf(pictures[i]);
            pdf.Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {4 + (3 * i)} 0 R/Resources<</XObject<</I {5 + (3 * i)} 0 R>>>>>>");
            pdf.Add("<<", "595 0 0 842 0 0 cm /I Do"u8.ToArray());
            pdf.Add($"<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode", pictures[i]);
        }

        return pdf.End();
    }

    /// <summary>Empty pages.</summary>
    public static byte[] OfPages(int count, string box = "0 0 595 842", string trailer = "")
    {
        var pdf = new SmallPdf();
        pdf.Add("<</Type/Catalog/Pages 2 0 R>>");
        pdf.Add($"<</Type/Pages/Count {count}/Kids[{string.Join(' ', Enumerable.Range(3, count).Select(number => $"{number} 0 R"))}]>>");
        for (var i = 0; i < count; i++) pdf.Add($"<</Type/Page/Parent 2 0 R/MediaBox[{box}]>>");
        return pdf.End(trailer);
    }

    /// <summary>One that no empty password opens.</summary>
    public static byte[] Encrypted()
    {
        var key = new string('a', 64);
        return OfPages(1, trailer: $"/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<{key}>/U<{key}>>>/ID[<{key[..32]}><{key[..32]}>]");
    }

    private void Add(string dictionary)
    {
        _offsets.Add(_bytes.Length);
        Write($"{_offsets.Count} 0 obj\n{dictionary}\nendobj\n");
    }

    private void Add(string dictionary, byte[] stream)
    {
        _offsets.Add(_bytes.Length);
        Write($"{_offsets.Count} 0 obj\n{dictionary}/Length {stream.Length}>>stream\n");
        _bytes.Write(stream);
        Write("\nendstream\nendobj\n");
    }

    private byte[] End(string trailer = "")
    {
        var start = _bytes.Length;
        Write($"xref\n0 {_offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in _offsets) Write($"{offset:D10} 00000 n \n");
        Write($"trailer<</Size {_offsets.Count + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n");
        return _bytes.ToArray();
    }

    private void Write(string text) => _bytes.Write(Encoding.Latin1.GetBytes(text));

    private static (int Width, int Height) SizeOf(byte[] jpeg)
    {
        for (var at = 2; ; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2)))
        {
            if (jpeg[at + 1] is >= 0xC0 and <= 0xC2)
                return (BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 7)), BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 5)));
        }
    }
}
