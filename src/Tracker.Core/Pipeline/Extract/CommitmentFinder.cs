using Tracker.Core.Pipeline.Extract.Clauses;
using Tracker.Core.Pipeline.Extract.Rules;

namespace Tracker.Core.Pipeline.Extract;

/// <summary>Decides which stretches of the plan are commitments, in the order of the text.</summary>
internal static class CommitmentFinder
{
    private const int ShortestCommitment = 4;
    private const int ShortestRepeated = 6;

    public static List<Finding> Find(IReadOnlyList<Paragraph> paragraphs)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. paragraphs
            .SelectMany(paragraph => paragraph.Sentences)
            .SelectMany(InSentence)
            .SelectMany(NamedTwins.Split)
            .Select(finding => finding.Trimmed())
            .Where(finding => finding.End - finding.Start >= ShortestCommitment && IsNew(finding, seen))];
    }

    private static List<Finding> InSentence(Sentence sentence)
    {
        var (topics, carriers) = QuotedTopics.Of(sentence);
        var kept = new List<(Clause Clause, ClauseRule Rule)>();
        foreach (var clause in sentence.Clauses)
            if (!carriers.Contains(clause) && ClauseRules.ForPlans.Decide(clause) is { Verdict: RuleVerdict.Keep } rule)
                kept.Add((clause, rule));
        return [.. JoinedClauses.Of(kept).Concat(topics).OrderBy(finding => finding.Start)];
    }

    /// <summary>Reports now and then print a sentence twice; it is promised once.</summary>
    private static bool IsNew(Finding finding, HashSet<string> seen)
    {
        var words = string.Concat(finding.Text.Where(char.IsLetterOrDigit));
        return words.Length < ShortestRepeated || seen.Add(words);
    }
}
