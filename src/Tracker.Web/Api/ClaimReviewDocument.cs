using System.Globalization;
using System.Text.Json.Serialization;
using Tracker.App;
using Tracker.Core.Domain;
using Tracker.Web.Features.Commitments;

namespace Tracker.Web.Api;

/// <summary>A commitment's status as schema.org's ClaimReview, for search engines and archives of fact checks.</summary>
public sealed record ClaimReviewDocument(
    [property: JsonPropertyName("@context")] string Context, [property: JsonPropertyName("@type")] string Type, [property: JsonPropertyName("@id")] string Id, string Url,
    string DatePublished, string InLanguage, ClaimReviewDocument.Organization Author, string ClaimReviewed, ClaimReviewDocument.Claim ItemReviewed, string ReviewBody,
    ClaimReviewDocument.Rating ReviewRating)
{
    private const string Silence = "“未见回应”只表示下一年的报告没有提及，不表示事情没有做。";

    public sealed record Organization([property: JsonPropertyName("@type")] string Type, string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Url = null);

    public sealed record Claim(
        [property: JsonPropertyName("@type")] string Type, Organization Author, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DatePublished, Work Appearance);

    public sealed record Work([property: JsonPropertyName("@type")] string Type, string Name, string Url, string InLanguage);

    /// <param name="RatingValue">3 已落实, 2 部分落实, 1 明确未完成; left out for silence, which is no point of this scale.</param>
    public sealed record Rating(
        [property: JsonPropertyName("@type")] string Type, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? RatingValue,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? BestRating, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? WorstRating,
        string AlternateName);

    /// <returns>Null while the pair awaits its review: there is nothing to say yet.</returns>
    public static ClaimReviewDocument? Of(ShowCommitment.Result found, string site, TimeZoneInfo zone)
    {
        var (c, pair) = (found.Commitment, found.Pair);
        if (c.Status is not { } status) return null;
        int? value = status switch { CommitmentStatus.Fulfilled => 3, CommitmentStatus.Partial => 2, CommitmentStatus.Contradicted => 1, _ => null };
        var plan = pair.PlanReport!;
        return new ClaimReviewDocument(
            "https://schema.org", "ClaimReview", $"{site}/api/v1/commitments/{c.Id}/claim-review", $"{site}/commitments/{c.Id}",
            Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(pair.ScoredAt, zone).DateTime)), "zh-CN", new Organization("Organization", "落实追踪", site), c.Quote,
            new Claim(
                "Claim", new Organization("GovernmentOrganization", pair.Body.Name), plan.Delivered is { } day ? Day(day) : null,
                new Work("Report", plan.Title.Length > 0 ? plan.Title : plan.FileName, $"{site}/reports/{plan.Id}", "zh-CN")),
            string.Join(' ', status == CommitmentStatus.None ? c.Reasons.Append(Silence) : c.Reasons),
            new Rating("Rating", value, value is null ? null : 3, value is null ? null : 1, Words.Of(status)));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
