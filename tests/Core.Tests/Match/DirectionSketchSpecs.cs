using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Tests.Match;

public class DirectionSketchSpecs
{
    /// <summary>The sketch may only pass over words that would have counted for next to nothing.</summary>
    [Fact]
    public void Hardly_any_word_that_counts_is_passed_over()
    {
        var terms = TermStatistics.Shared;
        var (counted, missed) = (0, 0f);
        var sketches = Enumerable.Range(0, 3000).Select(word => DirectionSketch.Of(terms.Vector(word))).ToList();
        for (var a = 0; a < sketches.Count; a += 10)
            for (var b = 0; b < sketches.Count; b++)
            {
                var likeness = a == b ? 0 : WordLikeness.ByDirection(terms.Vector(a), terms.Vector(b));
                if (likeness < 0.15f) continue;
                counted++;
                if (!sketches[a].MayBeNear(sketches[b])) missed++;
            }

        counted.ShouldBeGreaterThan(500);
        (missed / counted).ShouldBeLessThan(0.01f);
    }
}
