using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Training;

/// <summary>A labelled pair read once: as the product reads it, and as fitting sees it.</summary>
/// <param name="Plan">With the tracker's own commitments.</param>
/// <param name="Features">Of the own commitments.</param>
/// <param name="Training">Of the labelled commitments.</param>
public sealed record PreparedPair(LabelledPair Labels, ExtractedReport Plan, ExtractedReport Review, PairFeatures Features, TrainingPair Training)
{
    /// <param name="audited">Other labels of the fit: what people judged in them takes the place of this pair's own labels, in fitting only.</param>
    public static PreparedPair Of(LabelledPair labels, TermStatistics terms, MatchVocabulary vocabulary, IEnumerable<LabelledPair>? audited = null)
    {
        var fitted = labels.Without(audited ?? []);
        var (plan, review) = (ReportPipeline.Extract(labels.Plan), ReportPipeline.Extract(labels.Review));
        return new PreparedPair(
            labels, plan, review, PairFeatures.Of(plan, review, terms, vocabulary),
            TrainingPair.Of(fitted, TrainingPlan.Of(fitted, plan), review, terms, vocabulary));
    }
}
