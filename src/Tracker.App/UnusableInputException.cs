namespace Tracker.App;

/// <summary>What was handed in cannot be used. The message says what is wrong and what to do, for a person to read.</summary>
/// <param name="code">Stable machine name in kebab case, such as <c>too-large</c>.</param>
public sealed class UnusableInputException(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    public string Code { get; } = code;
}
