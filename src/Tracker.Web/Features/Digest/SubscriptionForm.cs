using Tracker.App.Subscriptions;
using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Digest;

/// <summary>The fields of the form for a subscription, and of the links that lead to it with a choice already made.</summary>
public sealed class SubscriptionForm
{
    public static readonly IReadOnlyList<string> Statuses = [.. Enum.GetValues<CommitmentStatus>().Select(Codes.Of)];

    /// <summary>A scope's code; where it is missing, what else is filled in says it.</summary>
    public string? Scope { get; set; }

    public string? Commitment { get; set; }

    public string? Body { get; set; }

    public string? Region { get; set; }

    public string? Topic { get; set; }

    public string? Status { get; set; }

    public string? Frequency { get; set; }

    public string? Language { get; set; }

    public SubscriptionScope ChosenScope => Codes.Parse<SubscriptionScope>(Scope)
        ?? (Commitment is { Length: > 0 } ? SubscriptionScope.Commitment
            : Topic is { Length: > 0 } ? SubscriptionScope.Topic
            : Body is { Length: > 0 } ? SubscriptionScope.Body
            : Region is { Length: > 0 } ? SubscriptionScope.Region
            : Status is { Length: > 0 } ? SubscriptionScope.Status
            : SubscriptionScope.Everything);

    public DigestFrequency ChosenFrequency => Codes.Parse<DigestFrequency>(Frequency) ?? DigestFrequency.Weekly;

    public SubscriptionFilter Filter => new SubscriptionFilter(ChosenScope, ChosenScope switch
    {
        SubscriptionScope.Commitment => Commitment,
        SubscriptionScope.Body => Body,
        SubscriptionScope.Region => Region,
        SubscriptionScope.Topic => Topic,
        SubscriptionScope.Status => Status,
        _ => "",
    } ?? "").Tidy();

    /// <param name="words">The page's own language goes where none was chosen.</param>
    public DigestLanguage LanguageOr(Wording words) =>
        Codes.Parse<DigestLanguage>(Language) ?? (words.Language == Wording.English ? DigestLanguage.English : DigestLanguage.Chinese);

    /// <summary>The address of the form with a choice made already; what is empty is left out.</summary>
    public static string Address(params (string Name, string? Value)[] choices) => "/digest/subscribe" + QueryString.Create(
        choices.Where(choice => !string.IsNullOrEmpty(choice.Value)).Select(choice => KeyValuePair.Create<string, string?>(choice.Name, choice.Value)));
}
