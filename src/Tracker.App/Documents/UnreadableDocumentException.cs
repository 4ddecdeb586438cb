using Tracker.Core.Reading;

namespace Tracker.App.Documents;

/// <summary>A document cannot be read. The message is the sentence after the document's name.</summary>
/// <param name="code">One of <see cref="UnusableCodes"/>.</param>
internal sealed class UnreadableDocumentException(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    public string Code { get; } = code;
}
