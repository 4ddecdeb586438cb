namespace Tracker.Core.Training;

/// <summary>Draws pairs of clauses that stand near each other, from a few reports at a time so that strangers are of the same kind.</summary>
internal sealed class ClausePairs
{
    private const int ReportsAtOnce = 4;
    private const int PairsOfReport = 64;

    /// <summary>Two clauses are near up to this many places apart, in one paragraph and in the same sentence or the next.</summary>
    private const int Reach = 4;

    private const int Tries = 4;

    private readonly IReadOnlyList<IReadOnlyList<CorpusClause>> reports;
    private readonly FixedSequence sequence;
    private readonly double[] bounds;

    public ClausePairs(IReadOnlyList<IReadOnlyList<CorpusClause>> reports, FixedSequence sequence)
    {
        (this.reports, this.sequence) = (reports, sequence);
        bounds = new double[reports.Count];
        var sum = 0.0;
        for (var k = 0; k < bounds.Length; k++) bounds[k] = sum += Math.Sqrt(reports[k].Count);
    }

    /// <summary>The next pairs. In half of them the second clause lacks the words of the first: else shared words would teach nothing new.</summary>
    public List<(int[] One, int[] Other)> Draw()
    {
        var pairs = new List<(int[] One, int[] Other)>(ReportsAtOnce * PairsOfReport);
        for (var k = 0; k < ReportsAtOnce; k++)
        {
            var report = DrawReport();
            for (var n = 0; n < PairsOfReport; n++)
            {
                var at = sequence.Below(report.Count);
                if (DrawNear(report, at) is not { } near) continue;
                var (one, other) = (report[at].Words, near.Words);
                if (sequence.Next() < 0.5) other = [.. other.Except(one)];
                if (other.Length > 0) pairs.Add((one, other));
            }
        }

        return pairs;
    }

    private IReadOnlyList<CorpusClause> DrawReport()
    {
        var place = Array.BinarySearch(bounds, sequence.Next() * bounds[^1]);
        return reports[Math.Min(place < 0 ? ~place : place, reports.Count - 1)];
    }

    private CorpusClause? DrawNear(IReadOnlyList<CorpusClause> report, int at)
    {
        for (var k = 0; k < Tries; k++)
        {
            var step = 1 + sequence.Below(Reach);
            var other = sequence.Next() < 0.5 ? at + step : at - step;
            if (other >= 0 && other < report.Count && report[other].Paragraph == report[at].Paragraph
                && Math.Abs(report[other].Sentence - report[at].Sentence) <= 1) return report[other];
        }

        return null;
    }
}
