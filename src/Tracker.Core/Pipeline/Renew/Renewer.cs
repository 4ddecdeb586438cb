using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Renew;

/// <summary>Stage 6. Finds what a plan promises again that the plan before it had promised: by content, one to one.</summary>
public static class Renewer
{
    /// <summary>Below this likeness two promises are strangers.</summary>
    public const double LeastLikeness = 0.65;

    /// <summary>Pairs that share less of their characters than this are not looked at word by word.</summary>
    private const double LeastShared = 0.25;

    /// <param name="earlier">The commitments of a plan, in its order.</param>
    /// <param name="later">The commitments of the same body's next plan, in its order.</param>
    /// <returns>In the order of <paramref name="earlier"/>; no commitment stands in two of them.</returns>
    public static IReadOnlyList<Renewal> Find(IReadOnlyList<Commitment> earlier, IReadOnlyList<Commitment> later, double least = LeastLikeness)
    {
        var words = new PromiseWords();
        var (before, after) = (earlier.Select(item => Promise.Of(item, words)).ToList(), later.Select(item => Promise.Of(item, words)).ToList());
        var proposals = Proposals(before, after, words, least);
        return [.. OneToOne(proposals).OrderBy(proposal => proposal.Earlier)
            .Select(proposal => Changes.Of(before[proposal.Earlier], after[proposal.Later], proposal.Likeness, words))];
    }

    private static List<Proposal> Proposals(List<Promise> before, List<Promise> after, PromiseWords words, double least)
    {
        var holders = new Dictionary<uint, List<int>>();
        for (var k = 0; k < after.Count; k++)
            foreach (var bigram in after[k].Bigrams.Keys)
            {
                if (!holders.TryGetValue(bigram, out var list)) holders.Add(bigram, list = []);
                list.Add(k);
            }

        var proposals = new List<Proposal>();
        var shared = new double[after.Count];
        for (var own = 0; own < before.Count; own++)
        {
            Array.Clear(shared);
            foreach (var (bigram, information) in before[own].Bigrams)
                foreach (var other in holders.GetValueOrDefault(bigram, [])) shared[other] += (information + after[other].Bigrams[bigram]) / 2;
            for (var other = 0; other < after.Count; other++)
            {
                if (2 * shared[other] < LeastShared * (before[own].Information + after[other].Information) || shared[other] == 0) continue;
                var likeness = Wording.Likeness(before[own], after[other], shared[other], words);
                if (likeness >= least) proposals.Add(new Proposal(own, other, likeness));
            }
        }

        return proposals;
    }

    /// <summary>
    /// The likest pair first, then the likest of those left. Since likeness is the same from both sides, nobody would rather have
    /// another partner who would rather have him too. Equals are told apart by their places, so the order of work makes no difference.
    /// </summary>
    private static IEnumerable<Proposal> OneToOne(List<Proposal> proposals)
    {
        var (takenBefore, takenAfter) = (new HashSet<int>(), new HashSet<int>());
        foreach (var proposal in proposals.OrderByDescending(item => item.Likeness).ThenBy(item => item.Earlier).ThenBy(item => item.Later))
        {
            if (takenBefore.Contains(proposal.Earlier) || takenAfter.Contains(proposal.Later)) continue;
            takenBefore.Add(proposal.Earlier);
            takenAfter.Add(proposal.Later);
            yield return proposal;
        }
    }

    private readonly record struct Proposal(int Earlier, int Later, double Likeness);
}
