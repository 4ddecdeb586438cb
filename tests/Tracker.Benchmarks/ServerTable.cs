using System.Globalization;

namespace Tracker.Benchmarks;

/// <summary>Prints the server's times beside those of its plainest answers in the same run.</summary>
internal static class ServerTable
{
    public static async Task PrintAsync()
    {
        var server = await ServerTiming.MeasureAsync();
        var peer = server.Lines[0].Processor;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"server: a pair of {server.Commitments} commitments; processor time is the mean of one answer"));
        Console.WriteLine("answer\tmedian ms\tprocessor ms\ttimes the peer\tlimit ms");
        foreach (var line in server.Lines)
        {
            var limit = line.Limit is { } most ? $"{most.TotalMilliseconds:F0} {(line.Processor <= most ? "kept" : "EXCEEDED")}" : "";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{line.Name}\t{line.Median.TotalMilliseconds:F1}\t{line.Processor.TotalMilliseconds:F1}\t{line.Processor / peer:F1}\t{limit}"));
        }
    }
}
