using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tracker.Data.Entities;

namespace Tracker.App.Decisions;

/// <summary>
/// Ties a decision to its entry in the audit log.
/// </summary>
public static class DecisionDigest
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <returns>SHA-256, 64 lower-case hexadecimal digits.</returns>
    public static string Of(StoredDecision decision) => Of(Content(decision));

    public static DecisionContent Content(StoredDecision decision) => new(
        decision.Id, decision.Kind, decision.SignedAs, decision.At.UtcDateTime.Ticks / TimeSpan.TicksPerMillisecond, decision.CommitmentId, decision.Subject,
        decision.Passage, decision.Status, decision.Specificity, decision.Parts, decision.Undoes, decision.Reason);

    public static string Of(DecisionContent content) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, Json)));
}
