using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Audit;

/// <summary>Which commitments an auditor wants to see; null or empty means any.</summary>
/// <param name="Show">One of <see cref="Shows"/>.</param>
public sealed record QueueFilter(string? Body = null, int? Year = null, string? Status = null, string? Specificity = null, string? Show = null)
{
    public const string Todo = "todo";
    public const string Stale = "stale";
    public const string Flipped = "flipped";
    public const string Disputed = "disputed";
    public const string Suggested = "suggested";
    public const string Uncertain = "uncertain";
    public const string Decided = "decided";
    public const string Left = "left";
    public const string Named = "named";
    public const string All = "all";

    /// <summary>待看 first; <see cref="Left"/> is what people took out of the figures.</summary>
    public static readonly IReadOnlyList<string> Shows = [Todo, Disputed, Uncertain, Named, Flipped, Stale, Suggested, Decided, Left, All];

    internal IQueryable<StoredCommitment> Of(IQueryable<StoredCommitment> rows)
    {
        if (Show is not (null or "" or Todo)) rows = rows.Where(c => c.Pair.State == PairState.Scored);
        if (!string.IsNullOrEmpty(Body)) rows = rows.Where(c => c.Pair.BodyId == Body);
        if (Year is { } year) rows = rows.Where(c => c.Pair.Year == year);
        if (Codes.Parse<CommitmentStatus>(Status) is { } status) rows = rows.Where(c => c.Status == status);
        if (Codes.Parse<Specificity>(Specificity) is { } specificity) rows = rows.Where(c => c.Specificity == specificity);
        rows = Show == Left ? rows.Where(c => c.Standing != CommitmentStanding.Counted)
            : Show == All ? rows
            : rows.Where(c => c.Standing == CommitmentStanding.Counted);
        return Show switch
        {
            Stale => rows.Where(c => c.StaleDecisions > 0),
            Disputed => rows.Where(c => !c.IsDecided && c.ReaderStatus != null && c.ReaderStatus != c.MachineStatus),
            Suggested => rows.Where(c => !c.IsDecided && c.ReaderSuggestions > 0),
            Flipped => rows.Where(c => c.FlippedAt != null),
            Uncertain => rows.Where(c => !c.IsDecided && (c.JointConfidence ?? c.Confidence) < AuditReasons.Sure),
            Named => rows.Where(c => !c.IsDecided && c.Specificity == Core.Domain.Specificity.Named),
            Decided => rows.Where(c => c.IsDecided),
            Left or All => rows,
            _ => rows.Where(c => c.AuditPriority >= AuditPriority.Undecided),
        };
    }

    /// <summary>As an address writes it, ready to append.</summary>
    public string Query(params (string Name, string? Value)[] more)
    {
        (string Name, string? Value)[] choices =
        [
            ("body", Body), ("year", Year?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("status", Status), ("specificity", Specificity), ("show", Show), .. more,
        ];
        return QueryString.Create(choices.Where(choice => !string.IsNullOrEmpty(choice.Value))
            .Select(choice => KeyValuePair.Create(choice.Name, choice.Value))).ToString();
    }
}
