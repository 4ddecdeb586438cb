namespace Tracker.Core.Domain;

/// <summary>问题: something odd in a source text that a person may want to look at. It never stops the pipeline.</summary>
/// <param name="Code">Stable machine name in kebab case, such as <c>unbalanced-quote</c>.</param>
/// <param name="Span">Where it is; an empty span at 0 where it is about the whole text.</param>
/// <param name="Message">One sentence in plain Chinese.</param>
public sealed record Issue(string Code, IssueSeverity Severity, TextSpan Span, string Message);

public enum IssueSeverity
{
    Info,
    Warning,
    Error,
}
