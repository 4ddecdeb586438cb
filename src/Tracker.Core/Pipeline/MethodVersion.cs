namespace Tracker.Core.Pipeline;

/// <summary>The version of the method. A result is only comparable with results of the same version.</summary>
public static class MethodVersion
{
    /// <summary>Raised whenever a change of rules, vocabulary, weights or code can change a result. Where it changes only a part, <see cref="MethodHistory"/> says which.</summary>
    public const string Current = "1.9.0";
}
