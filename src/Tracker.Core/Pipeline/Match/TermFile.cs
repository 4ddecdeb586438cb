using System.Text;

namespace Tracker.Core.Pipeline.Match;

/// <summary>The file of the term statistics: a line that says where they come from, then words, pairs of characters and vectors.</summary>
public static class TermFile
{
    private const string Kind = "tracker terms 2";

    public static void Write(TermStatistics terms, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        FileHead.Write(writer, Kind, terms.Origin);
        writer.Write(terms.Sentences);
        writer.Write(terms.Words.Words.Count);
        for (var word = 0; word < terms.Words.Words.Count; word++)
        {
            writer.Write(terms.Words.Words[word].Word);
            writer.Write7BitEncodedInt(terms.Words.Words[word].Count);
            writer.Write7BitEncodedInt(terms.WordSentences[word]);
        }

        writer.Write(terms.BigramSentences.Count);
        uint last = 0;
        foreach (var (key, sentences) in terms.BigramSentences.OrderBy(entry => entry.Key))
        {
            writer.Write7BitEncodedInt64(key - last);
            writer.Write7BitEncodedInt(sentences);
            last = key;
        }

        writer.Write(terms.Dimensions);
        writer.Write(terms.Quantised.Length);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(terms.Quantised.AsSpan()));
        writer.Write(terms.ClauseVectors.Dimensions);
        writer.Write(terms.ClauseVectors.Scales.Length);
        foreach (var scale in terms.ClauseVectors.Scales) writer.Write(scale);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(terms.ClauseVectors.Steps.AsSpan()));
    }

    /// <exception cref="InvalidDataException">The stream holds no term statistics of this kind.</exception>
    public static TermStatistics Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var origin = FileHead.Read(reader, Kind);
        var sentences = reader.ReadInt32();
        var words = new (string Word, int Count)[reader.ReadInt32()];
        var wordSentences = new int[words.Length];
        for (var word = 0; word < words.Length; word++)
        {
            words[word] = (reader.ReadString(), reader.Read7BitEncodedInt());
            wordSentences[word] = reader.Read7BitEncodedInt();
        }

        var count = reader.ReadInt32();
        var bigrams = new Dictionary<uint, int>(count);
        uint key = 0;
        for (var k = 0; k < count; k++)
        {
            key += (uint)reader.Read7BitEncodedInt64();
            bigrams.Add(key, reader.Read7BitEncodedInt());
        }

        var dimensions = reader.ReadInt32();
        var steps = new sbyte[reader.ReadInt32()];
        stream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(steps.AsSpan()));
        return new TermStatistics(origin, sentences, new WordList(words), wordSentences, bigrams, dimensions, steps, ReadClauseVectors(reader));
    }

    private static QuantisedVectors ReadClauseVectors(BinaryReader reader)
    {
        var dimensions = reader.ReadInt32();
        var scales = new float[reader.ReadInt32()];
        for (var row = 0; row < scales.Length; row++) scales[row] = reader.ReadSingle();
        var steps = new sbyte[scales.Length * dimensions];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(steps.AsSpan()));
        return new QuantisedVectors(dimensions, steps, scales);
    }
}
