namespace Tracker.Core.Pipeline.Normalise;

/// <summary>Stage 1. Brings a text into one spelling and keeps the exact map back to the source's offsets.</summary>
public static class Normaliser
{
    public static NormalisedText Normalise(string source) => throw new NotImplementedException();
}
