using System.Text;

namespace Tracker.Core.Pipeline.Match;

/// <summary>The first line of a file of learned numbers: its kind, and where they come from.</summary>
internal static class FileHead
{
    private const int Longest = 4096;

    public static void Write(BinaryWriter writer, string kind, string origin) => writer.Write(Encoding.UTF8.GetBytes($"{kind}: {origin}\n"));

    /// <returns>Where the numbers come from.</returns>
    /// <exception cref="InvalidDataException">The file is of another kind.</exception>
    public static string Read(BinaryReader reader, string kind)
    {
        var first = new List<byte>();
        for (var next = reader.ReadByte(); next != '\n' && first.Count < Longest; next = reader.ReadByte()) first.Add(next);
        var line = Encoding.UTF8.GetString([.. first]);
        return line.StartsWith(kind + ": ", StringComparison.Ordinal)
            ? line[(kind.Length + 2)..]
            : throw new InvalidDataException($"Not a file of {kind}: {line[..Math.Min(line.Length, 40)]}");
    }
}
