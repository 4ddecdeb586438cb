using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Decisions;
using Tracker.Data;

namespace Tracker.App.Auditing;

/// <summary>Holds the decisions that count against what the log says was decided: the chain alone only vouches for itself.</summary>
internal static class LoggedDecisions
{
    /// <returns>Id of the first decision that was altered, removed, or never logged; null where all are as they were made.</returns>
    public static async Task<string?> FirstUnmatchedAsync(TrackerDbContext db, CancellationToken cancellation)
    {
        var logged = new Dictionary<string, string?>(StringComparer.Ordinal);
        var details = db.AuditLog.AsNoTracking().Where(entry => entry.Kind == AuditKinds.Decision).OrderBy(entry => entry.Sequence).Select(entry => entry.Detail);
        await foreach (var detail in details.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (Read(detail) is { Id: { } id } said) logged[id] = said.Digest;
        }

        await foreach (var decision in db.Decisions.AsNoTracking().OrderBy(decision => decision.Id).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            // Entries of earlier versions tell of a decision, and not what it was word for word.
            if (!logged.Remove(decision.Id, out var digest) || (digest is not null && digest != DecisionDigest.Of(decision))) return decision.Id;
        }

        return logged.Keys.Order(StringComparer.Ordinal).FirstOrDefault();
    }

    private static (string? Id, string? Digest)? Read(string detail)
    {
        using var json = JsonDocument.Parse(detail);
        return json.RootElement.ValueKind == JsonValueKind.Object ? (Text(json.RootElement, "id"), Text(json.RootElement, "digest")) : null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
