namespace Tracker.Core.Pipeline.Extract.Vocabulary;

/// <summary>A named list of words with a case in which it speaks and one in which it must not.</summary>
/// <param name="Says">What the list is for, in the domain's words.</param>
/// <param name="Example">A clause that begins with a word of the list, where the list is about beginnings.</param>
/// <param name="CounterExample">A clause that looks alike and must not be taken for one.</param>
/// <param name="Strength">For verbs the rung on the ladder 研究 (1), 推进 (2), 制定 (3), 建成 (4); otherwise 0.</param>
public sealed record WordList(
    string Name, string Says, string Example, string CounterExample, IReadOnlyList<string> Words, int Strength = 0);
