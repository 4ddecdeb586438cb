using Tracker.Core.Domain;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Pairs;

/// <summary>A section of a plan that a reader goes through by itself: its commitments with what answers them.</summary>
/// <param name="Number">From 1, in the plan's order.</param>
/// <param name="Span">In the plan's text.</param>
public sealed record PairSection(int Number, string Heading, TextSpan Span, int Commitments)
{
    /// <summary>Headings further in are too many to go through one by one.</summary>
    private const int Deepest = 2;

    /// <returns>Sections that hold commitments; fewer than two are nothing to go through.</returns>
    public static IReadOnlyList<PairSection> Of(StoredReport? plan, IReadOnlyList<StoredCommitment> commitments)
    {
        var sections = new List<PairSection>();
        foreach (var section in Cut(plan?.Reading.Sections ?? [], 1))
        {
            var count = commitments.Count(commitment => section.Span.Contains(commitment.SpanStart));
            if (count > 0 && section.Heading.Length > 0) sections.Add(new PairSection(sections.Count + 1, section.Heading, section.Span, count));
        }

        return sections.Count > 1 ? sections : [];
    }

    /// <summary>The outermost sections that are not cut further, so that none lies in another.</summary>
    private static IEnumerable<Section> Cut(IEnumerable<Section> sections, int depth) =>
        sections.SelectMany(section => depth < Deepest && section.Children.Any(child => child.Heading.Length > 0) ? Cut(section.Children, depth + 1) : [section]);
}
