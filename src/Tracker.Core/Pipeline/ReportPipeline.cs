using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Extract;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Pipeline.Normalise;
using Tracker.Core.Pipeline.Renew;
using Tracker.Core.Pipeline.Score;
using Tracker.Core.Pipeline.Sections;

namespace Tracker.Core.Pipeline;

/// <summary>The table of contents of the method: every stage, in order.</summary>
public static class ReportPipeline
{
    /// <summary>Reads one report.</summary>
    /// <param name="source">The text as decoded, byte order mark excluded.</param>
    public static ExtractedReport Extract(string source)
    {
        var normalised = Normaliser.Normalise(source);
        var sectioned = SectionFinder.Find(normalised);
        return Extractor.Extract(sectioned);
    }

    /// <summary>Holds a plan against the following year's review.</summary>
    public static PairResult Compare(ExtractedReport plan, ExtractedReport review)
    {
        var candidates = Matcher.Match(plan, review);
        return Scorer.Score(plan, review, candidates);
    }

    /// <summary>Finds what a plan promises again of the same body's plan before it.</summary>
    public static IReadOnlyList<Renewal> Renew(IReadOnlyList<Commitment> earlier, IReadOnlyList<Commitment> later) => Renewer.Find(earlier, later);
}
