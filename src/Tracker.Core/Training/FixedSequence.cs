namespace Tracker.Core.Training;

/// <summary>Random-looking numbers of a fixed linear congruential sequence, so that the same reports give the same vectors.</summary>
public sealed class FixedSequence(ulong seed)
{
    private ulong state = seed;

    /// <summary>The next number, from 0 up to but not including 1.</summary>
    public double Next()
    {
        state = state * 6364136223846793005UL + 1442695040888963407UL;
        return (state >> 40) / (double)(1 << 24);
    }

    public int Below(int end) => (int)(Next() * end);
}
