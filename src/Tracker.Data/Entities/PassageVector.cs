namespace Tracker.Data.Entities;

/// <summary>向量 that an embeddings server gave for a text, kept so that nothing is sent twice.</summary>
public sealed class PassageVector
{
    /// <summary>Made from the model's name and the text.</summary>
    public required string Id { get; init; }

    public required byte[] Values { get; init; }
}
