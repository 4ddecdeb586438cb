using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Extract.Clauses;
using Tracker.Core.Pipeline.Extract.Quantities;
using Tracker.Core.Pipeline.Extract.Rules;

namespace Tracker.Core.Pipeline.Extract;

/// <summary>Decides which stretches of the review are claims, in the order of the text.</summary>
internal static class ClaimFinder
{
    private const int ShortestClaim = 4;

    public static List<Claim> Find(IReadOnlyList<Paragraph> paragraphs, string source)
    {
        var ids = new ContentId("k-");
        var claims = new List<Claim>();
        foreach (var sentence in paragraphs.SelectMany(paragraph => paragraph.Sentences))
        {
            var zone = ClaimZones.Of(sentence);
            claims.AddRange(InSentence(sentence).Select(finding => finding.Trimmed())
                .Where(finding => finding.End - finding.Start >= ShortestClaim).Select(finding => Describe(finding, zone)));
        }

        return claims;

        Claim Describe(Finding finding, ClaimZone zone)
        {
            var line = finding.Sentence.Line;
            return new Claim(
                ids.Next(finding.Text, line.Path), finding.Span, finding.Span.Of(source), finding.Sentence.Context, line.Path,
                zone, LeadSentence.Is(finding.Sentence),
                QuantityReader.Read(source, line.Line, finding.Start, finding.End));
        }
    }

    private static IEnumerable<Finding> InSentence(Sentence sentence)
    {
        var (topics, carriers) = QuotedTopics.Of(sentence);
        var clauses = sentence.Clauses
            .Where(clause => !carriers.Contains(clause) && ClauseRules.ForReviews.Decide(clause) is { Verdict: RuleVerdict.Keep })
            .Select(clause => new Finding(sentence, clause.Start, clause.End, ""));
        return clauses.Concat(topics).OrderBy(finding => finding.Start);
    }
}
