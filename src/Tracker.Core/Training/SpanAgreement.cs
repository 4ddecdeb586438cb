using Tracker.Core.Domain;

namespace Tracker.Core.Training;

/// <summary>When two spans count as the same finding, by the codebook's measure.</summary>
public static class SpanAgreement
{
    /// <summary>Intersection over union.</summary>
    public static double Overlap(TextSpan a, TextSpan b)
    {
        var shared = Shared(a, b);
        return shared == 0 ? 0 : (double)shared / (Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start));
    }

    /// <summary>Whether two commitments are the same: half in common, or one inside the other and at most three times as long.</summary>
    public static bool Agree(TextSpan a, TextSpan b)
    {
        var (low, high) = (Math.Min(Size(a), Size(b)), Math.Max(Size(a), Size(b)));
        return Overlap(a, b) >= 0.5 || (Shared(a, b) >= 0.8 * low && high <= 3 * low);
    }

    /// <summary>Whether two evidence spans meet: half of the shorter one in common.</summary>
    public static bool Touch(TextSpan a, TextSpan b) => Shared(a, b) >= 0.5 * Math.Min(Size(a), Size(b));

    private static int Shared(TextSpan a, TextSpan b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));

    private static int Size(TextSpan span) => Math.Max(1, span.Length);
}
