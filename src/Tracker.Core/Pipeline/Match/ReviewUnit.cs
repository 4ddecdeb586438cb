using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Match;

/// <summary>A clause of the review that a commitment can be held against.</summary>
/// <param name="Text">Folded text.</param>
/// <param name="Sentence">Number of the sentence that holds it.</param>
/// <param name="ClaimId">The claim that it shares most with; empty for none.</param>
public sealed record ReviewUnit(TextSpan Span, string Text, int Sentence, string ClaimId, ClaimZone Zone, bool IsLead)
{
    /// <summary>Distinct words as numbers of the <see cref="PairLexicon"/>, content words only.</summary>
    public int[] Words { get; set; } = [];

    public List<Bigram> Bigrams { get; set; } = [];
}

/// <param name="Text">Folded text.</param>
/// <param name="FirstUnit">Number of its first clause.</param>
/// <param name="EndUnit">Number after its last clause.</param>
public sealed record ReviewSentence(TextSpan Span, string Text, int FirstUnit, int EndUnit);

/// <summary>The clauses of a review's claims, sentence by sentence.</summary>
public sealed record ReviewUnits(IReadOnlyList<ReviewSentence> Sentences, IReadOnlyList<ReviewUnit> Units)
{
    /// <summary>Gives each clause its sentence's value.</summary>
    public void Spread(ReadOnlySpan<float> ofSentences, Span<float> ofUnits)
    {
        for (var k = 0; k < ofSentences.Length; k++) ofUnits[Sentences[k].FirstUnit..Sentences[k].EndUnit].Fill(ofSentences[k]);
    }

    public static ReviewUnits Of(ExtractedReport review)
    {
        var sentences = new List<ReviewSentence>();
        var units = new List<ReviewUnit>();
        foreach (var group in review.Claims.GroupBy(claim => claim.Context).OrderBy(group => group.Key))
        {
            if (sentences.Count > 0 && sentences[^1].Span.Overlaps(group.Key)) continue;
            var folded = FoldedText.Of(review.Source, group.Key);
            if (folded.Text.Length == 0) continue;
            var claims = group.ToList();
            var first = units.Count;
            foreach (var (start, end) in ClauseCutter.Cut(folded.Text))
            {
                var span = folded.SourceSpan(start, end);
                var claim = claims.MaxBy(claim => Math.Min(claim.Span.End, span.End) - Math.Max(claim.Span.Start, span.Start))!;
                units.Add(new ReviewUnit(
                    span, folded.Text[start..end], sentences.Count, claim.Span.Overlaps(span) ? claim.Id : "", claim.Zone, claim.IsLead));
            }

            if (units.Count > first) sentences.Add(new ReviewSentence(group.Key, folded.Text, first, units.Count));
        }

        return new ReviewUnits(sentences, units);
    }
}
