namespace Tracker.Core.Pipeline.Score;

/// <summary>The words of a commitment told apart by whether the answer repeats them, says something near, or passes them over.</summary>
/// <param name="Same">Strings in common, longest first.</param>
/// <param name="Near">Words with the word of the answer that comes nearest.</param>
/// <param name="Missing">Words of weight that nothing meets.</param>
internal sealed record SharedWords(IReadOnlyList<string> Same, IReadOnlyList<(string Own, string Other)> Near, IReadOnlyList<string> Missing);
