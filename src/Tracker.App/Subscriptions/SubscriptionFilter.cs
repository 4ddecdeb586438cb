using Tracker.App.Mail;
using Tracker.Core.Domain;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>What one subscription is about.</summary>
/// <param name="Value">See <see cref="Subscription.Value"/>.</param>
public sealed record SubscriptionFilter(SubscriptionScope Scope, string Value)
{
    public const int LongestValue = 100;

    public static readonly SubscriptionFilter All = new(SubscriptionScope.Everything, "");

    public static SubscriptionFilter Of(Subscription subscription) => new(subscription.Scope, subscription.Value);

    /// <summary>The same filter as it is stored: one line, and nothing behind the word everything.</summary>
    public SubscriptionFilter Tidy() => this with
    {
        Value = Scope switch
        {
            SubscriptionScope.Everything => "",
            SubscriptionScope.Topic => string.Join(' ', (Value ?? "").Split([' ', '　', ',', '，', '、'], StringSplitOptions.TrimEntries).Select(word => PlainLine.Of(word)).Where(word => word.Length > 0)),
            _ => PlainLine.Of(Value ?? ""),
        },
    };

    /// <summary>Whether it says anything; whether what it names exists is for the database to say.</summary>
    public bool IsWhole => Enum.IsDefined(Scope) && Tidy().Value.Length <= LongestValue && Scope switch
    {
        SubscriptionScope.Everything => true,
        SubscriptionScope.Status => StatusOf(Tidy().Value) is not null,
        SubscriptionScope.Topic => Tidy().Value.Length >= 2,
        _ => Tidy().Value.Length > 0,
    };

    /// <summary>Reads a status's code such as <c>partial</c>; null where it names none.</summary>
    public static CommitmentStatus? StatusOf(string code) =>
        Enum.GetValues<CommitmentStatus>().Cast<CommitmentStatus?>().FirstOrDefault(status => status!.Value.ToString().ToLowerInvariant() == code);
}
