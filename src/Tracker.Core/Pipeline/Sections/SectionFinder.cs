using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>Stage 2. Finds the section tree, what each section is for and which year it is about.</summary>
public static class SectionFinder
{
    public static SectionedText Find(NormalisedText text) => throw new NotImplementedException();
}
