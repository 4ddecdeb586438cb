using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Sections;

namespace Tracker.Core.Pipeline.Extract;

/// <summary>Stage 3. Takes commitments out of plan sections and claims out of review sections.</summary>
public static class Extractor
{
    public static ExtractedReport Extract(SectionedText text)
    {
        var source = text.Text.Source;
        var plan = BodyParagraphs.Of(text, PlannedPart.Of(text));
        var review = BodyParagraphs.Of(text, ClaimZones.IsReviewed);
        var describer = new CommitmentDescriber(source);
        var commitments = CommitmentFinder.Find(plan).ConvertAll(describer.Describe);
        var claims = ClaimFinder.Find(review, source);
        var remainder = Remainder.Of(plan, review);
        return new ExtractedReport(
            source, text.Metadata, text.Sections, commitments, claims, remainder,
            [.. text.Text.Issues, .. text.Issues, .. ExtractionIssues.Of(text, commitments, claims)]);
    }

    /// <summary>Every clause of plan and review with the rule that decided it: the audit of what was taken and what was passed over.</summary>
    public static IReadOnlyList<ClauseDecision> Trace(SectionedText text) =>
        Remainder.Trace(BodyParagraphs.Of(text, PlannedPart.Of(text)), BodyParagraphs.Of(text, ClaimZones.IsReviewed));
}
