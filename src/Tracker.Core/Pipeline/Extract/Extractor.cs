using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Sections;

namespace Tracker.Core.Pipeline.Extract;

/// <summary>Stage 3. Takes commitments out of plan sections and claims out of review sections.</summary>
public static class Extractor
{
    public static ExtractedReport Extract(SectionedText text) => throw new NotImplementedException();
}
