using Tracker.Core.Deciding;
using Tracker.Data.Entities;

namespace Tracker.App.Coding;

/// <summary>A sample's answers laid beside each other. Only for what is revealed.</summary>
public static class CodedSample
{
    /// <summary>Both answers to a commitment and the method's; null where one is missing.</summary>
    /// <exception cref="InvalidOperationException">The sample is not revealed: nobody may see this.</exception>
    public static CodedItem? Coded(this CodingSample sample, CodingItem item)
    {
        if (sample.RevealedAt is null) throw new InvalidOperationException($"Sample {sample.Id} is not revealed.");
        return sample.AnswerOf(sample.FirstCoder, item.Position) is { } first && sample.AnswerOf(sample.SecondCoder, item.Position) is { } second
            ? new CodedItem(first.AsAnswer(), second.AsAnswer(), item.Machine, item.Candidates)
            : null;
    }
}
