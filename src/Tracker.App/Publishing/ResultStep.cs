using Tracker.App.Runs;
using Tracker.Data.Entities;

namespace Tracker.App.Publishing;

/// <summary>What the method makes of a pair's texts, and what about that is new.</summary>
public sealed record ResultStep(Pairing.Pair Pair, PairContents Contents, ChangeCause Cause);
