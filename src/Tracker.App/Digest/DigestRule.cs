using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Data.Storage;

namespace Tracker.App.Digest;

/// <summary>What a subscription asks for, whosever it is: two readers with the same rules are told the same.</summary>
public sealed record DigestRule(SubscriptionScope Scope, string Value)
{
    /// <summary>Read once, however many items it is held against.</summary>
    private readonly string[] _words = Scope == SubscriptionScope.Topic ? Words(Value) : [];
    private readonly CommitmentStatus? _status = Scope == SubscriptionScope.Status ? StatusOf(Value) : null;

    public static DigestRule Of(Subscription subscription) => new(subscription.Scope, subscription.Value);

    public bool Covers(DigestItem item) => Scope switch
    {
        SubscriptionScope.Everything => true,
        SubscriptionScope.Body => item.Pair.BodyId == Value,
        SubscriptionScope.Region => CoversRegion(item.Pair),
        SubscriptionScope.Topic => _words.Length > 0 && Array.TrueForAll(_words, word => item.SearchText.Contains(word, StringComparison.Ordinal)),
        SubscriptionScope.Commitment => item.CommitmentId == Value,
        SubscriptionScope.Status => _status is { } status && (item.From == status || item.To == status),
        _ => throw new ArgumentOutOfRangeException(nameof(item), Scope, "Unknown scope."),
    };

    /// <summary>Whether a body's reports as a whole are of interest, and not only single commitments.</summary>
    public bool CoversBody(PairFacts pair) => Scope switch
    {
        SubscriptionScope.Everything => true,
        SubscriptionScope.Body => pair.BodyId == Value,
        SubscriptionScope.Region => CoversRegion(pair),
        _ => false,
    };

    /// <summary>Marks the part of a group that this rule covers.</summary>
    public string MarkOf(string group) => $"{group} {Scope} {Value}";

    /// <summary>Reads such a mark; null where it is another.</summary>
    public static (string Group, DigestRule Rule)? FromMark(string mark) =>
        mark.Split(' ', 3) is [var group, var scope, var value] && Enum.TryParse<SubscriptionScope>(scope, out var known) ? (group, new DigestRule(known, value)) : null;

    public bool Equals(DigestRule? other) => other is not null && Scope == other.Scope && Value == other.Value;

    public override int GetHashCode() => HashCode.Combine(Scope, Value);

    private bool CoversRegion(PairFacts pair) => Value.Length > 0 && pair.Region.Contains(Value, StringComparison.Ordinal);

    private static string[] Words(string value) => [.. value.Split([' ', '　', ',', '，', '、'], StringSplitOptions.RemoveEmptyEntries).Select(SearchText.Fold).Where(word => word.Length > 0)];

    private static CommitmentStatus? StatusOf(string value) => Enum.TryParse<CommitmentStatus>(value, ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : null;
}
