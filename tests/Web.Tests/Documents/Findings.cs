using System.Text.Json.Nodes;
using Tracker.Cli;
using Tracker.Web.Tests.Cli;

namespace Tracker.Web.Tests.Documents;

/// <summary>What <c>compare</c> finds in a pair of documents, and how far it is what it finds in another pair.</summary>
internal sealed record Findings(IReadOnlyList<(string Letters, string Status)> Commitments, JsonNode Answer)
{
    public static async Task<Findings> OfAsync(string plan, string review)
    {
        var told = await CommandLine.RunAsync("compare", "--plan", plan, "--review", review, "--format", "json");
        told.Errors.ShouldBeEmpty();
        told.Status.ShouldBe(ExitStatus.Done);
        var answer = JsonNode.Parse(told.Output)!;
        return new Findings([.. answer["commitments"]!.AsArray().Select(c => (Letters(c!["quote"]!.GetValue<string>()), c["status"]!.GetValue<string>()))], answer);
    }

    /// <summary>
    /// F1 of the commitments with their status: one is the same if its letters are, or, for scans, if more than 70 of 100 of its letters stand in
    /// the other in the same order; each counts once.
    /// </summary>
    public double F1(Findings other, bool misread = false)
    {
        var left = other.Commitments.ToList();
        var same = 0;
        foreach (var mine in Commitments)
        {
            var best = left.Select((theirs, i) => (Likeness: misread ? Likeness(mine.Letters, theirs.Letters) : mine.Letters == theirs.Letters ? 1 : 0, At: i)).DefaultIfEmpty().MaxBy(entry => entry.Likeness);
            if (best.Likeness <= .7) continue;
            if (left[best.At].Status == mine.Status) same++;
            left.RemoveAt(best.At);
        }

        return 2.0 * same / (Commitments.Count + other.Commitments.Count);
    }

    private static string Letters(string quote) => string.Concat(quote.Where(char.IsLetterOrDigit));

    /// <summary>Twice the longest common subsequence over both lengths.</summary>
    private static double Likeness(string a, string b)
    {
        var row = new int[b.Length + 1];
        foreach (var c in a)
        {
            for (int i = 1, before = 0; i <= b.Length; i++)
            {
                var above = row[i];
                row[i] = c == b[i - 1] ? before + 1 : Math.Max(above, row[i - 1]);
                before = above;
            }
        }

        return 2.0 * row[^1] / (a.Length + b.Length);
    }
}
