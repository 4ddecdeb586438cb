using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tracker.App.Contract;
using Tracker.Core.Domain;
using Tracker.Core.Training;
using Tracker.Data.Entities;

namespace Tracker.App.Accuracy;

/// <summary>A pair's audited commitments, for fitting and as a label file of the codebook's form.</summary>
public sealed record AuditedPair(int Year, LabelledPair Labels, IReadOnlyList<AuditedPair.Item> Items)
{
    private static readonly JsonSerializerOptions Json = ContractJson.Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    });

    public sealed record Item(StoredCommitment Row, LabelledCommitment Label);

    /// <summary>With quotations for people and offsets for programs; the hashes say which texts both are of.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Pair = new
            {
                Labels.Body, PlanYear = Year, Labels.PlanFile, PlanSha256 = Hash(Labels.Plan), Labels.ReviewFile, ReviewSha256 = Hash(Labels.Review), Audited = true,
            },
            Commitments = Items.Select((item, place) => new
            {
                Id = $"A{place + 1:D3}",
                Span = Ends(item.Label.Span),
                Quote = item.Label.Span.Of(Labels.Plan),
                item.Row.Topic,
                item.Label.Specificity,
                Targets = item.Row.Targets.Select(target => new { target.Value, target.Unit, target.Text }),
                item.Label.Status,
                Evidence = item.Label.Evidence.Select(evidence => new { Span = Ends(evidence.Span), Quote = evidence.Span.Of(Labels.Review), evidence.Relation }),
                Confidence = 3,
            }),
        },
        Json) + "\n";

    private static int[] Ends(TextSpan span) => [span.Start, span.End];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
