namespace Tracker.Web.Api;

/// <summary>A page of a list.</summary>
/// <param name="Next">Hand it back as <c>cursor</c> for the following page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
