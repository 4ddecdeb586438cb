using System.Globalization;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data.Entities;

namespace Tracker.App.Digest;

internal sealed record EnglishDigestWords : DigestWords
{
    public override string Tag => "en";

    public override string Sender => "Tracker";

    public override string Weekly => "Weekly digest";

    public override string Monthly => "Monthly digest";

    public override string MattersMost => "What matters most";

    public override string NewReports => "What new reports answer";

    public override string Flips => "Changed verdicts";

    public override string Silent => "Newly without an answer";

    public override string SilenceMeans => "“No answer” says that the next report is silent, not that nothing was done.";

    public override string NewPlans => "New commitments";

    public override string Decisions => "Auditors’ decisions";

    public override string ForAuditors => "Waiting for auditors";

    public override string ThisWeek => "The coming week";

    public override string EvidenceLabel => "The report says";

    public override string ReasonLabel => "Reason";

    public override string YouAskedFor => "You asked for";

    public override string EndThisOne => "End this one";

    public override string EndAllOfThese => "Unsubscribe from all of these";

    public override string CutShort => "There was no room for the rest of what changed: it is on the site.";

    public override string OnTheSite => "See all of it on the site";

    public override string Trial => "It works: Tracker's digest will be posted to this group. Nothing is posted for a week in which nothing changed.";

    public override string FeedTitle => "Tracker: what changed each week";

    public override string Manage => "Manage my subscriptions";

    public override string WhySent => "You are sent this because you subscribed to the following. A week without changes brings no mail.";

    public override string Gone => "no longer in the text";

    public override string Awaited => "awaiting the next report";

    public override string Separator => ", ";

    public override string Stop => ".";

    public override string Stale => "an earlier decision asks to be affirmed again";

    public override bool SaysWhyStale => false;

    public override string Dates(DigestPeriod period) => $"{Day(period.FirstDay)} to {Day(period.LastDay)}";

    public override string BodyYear(PairFacts pair) => Invariant($"{pair.BodyName}, {pair.Year}");

    public override string Status(CommitmentStatus status) => status switch
    {
        CommitmentStatus.Fulfilled => "fulfilled",
        CommitmentStatus.Partial => "partial",
        CommitmentStatus.None => "no answer",
        CommitmentStatus.Contradicted => "contradicted",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    public override string Specificity(Specificity specificity) => specificity switch
    {
        Core.Domain.Specificity.Named => "a named or numbered commitment",
        Core.Domain.Specificity.Specific => "a specific commitment",
        Core.Domain.Specificity.General => "a general commitment",
        _ => throw new ArgumentOutOfRangeException(nameof(specificity), specificity, "Unknown specificity."),
    };

    protected override Signature.StandIns StandIns => new("auditor", "a command", "the system");

    public override string Cause(DigestCause cause, string signedAs) => cause switch
    {
        DigestCause.NewText => "because a report’s text is new",
        DigestCause.NewMethod => "because the method changed, not the text",
        DigestCause.Person => signedAs.Length > 0 ? $"decided by {signedAs}" : "decided by a person",
        _ => "",
    };

    public override string Certainty(double certainty) => $"certainty {Percent(certainty)}";

    public override string Decision(DecisionKind kind) => kind switch
    {
        DecisionKind.SetStatus => "status set",
        DecisionKind.Confirm => "match confirmed",
        DecisionKind.Reject => "match rejected",
        DecisionKind.Evidence => "other evidence chosen",
        DecisionKind.NotCommitment => "not a commitment",
        DecisionKind.Split => "split",
        DecisionKind.Merge => "merged",
        DecisionKind.Add => "added",
        DecisionKind.Undo => "taken back",
        DecisionKind.Reaffirm => "affirmed again",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of decision."),
    };

    public override string Moved(string from, string to) => $"from “{from}” to “{to}”";

    public override string FirstVerdict(string to) => $"judged “{to}” now that the report is there";

    public override string Disputed(string first, string second) => $"two auditors differ: “{first}” and “{second}”";

    public override string Answered(int answered, int all, bool isAll) =>
        isAll ? Invariant($"The report answers {answered} of {all} commitment{S(all)}") : Invariant($"The report answers {answered} of the {all} commitment{S(all)} that you follow");

    public override string AnsweredShort(int year, int answered, int all) => Invariant($"report for {year} answers {answered} of {all}");

    public override string FlippedShort(int count) => Invariant($"{count} changed verdict{S(count)}");

    public override string SilentShort(int count) => Invariant($"{count} without an answer");

    public override string PromisedShort(int year, int count) => Invariant($"{count} new commitment{S(count)} for {year}");

    public override string DecidedShort(int count) => Invariant($"{count} decision{S(count)}");

    public override string ToAffirmShort(int count) => Invariant($"{count} waiting for auditors");

    public override string OtherNewsShort(int count) => Invariant($"{count} commitment{S(count)} changed");

    public override string Promised(int count) => Invariant($"{count} new commitment{S(count)}, awaiting the next report");

    public override string Several(string body, int bodies) => Invariant($"{body} and {bodies - 1} more");

    public override string More(int count) => Invariant($"{count} more on the site");

    public override string Expected(DateOnly around) => $"last year’s report was read at this time: a new one is expected around {Day(around)}";

    public override string Pending(int results) => Invariant($"{results} new result{S(results)} waiting to be published");

    public override string Rule(DigestRule rule, string name) => rule.Scope switch
    {
        SubscriptionScope.Everything => "all changes",
        SubscriptionScope.Body => name,
        SubscriptionScope.Region => $"bodies in {name}",
        SubscriptionScope.Topic => $"commitments with “{name}”",
        SubscriptionScope.Commitment => $"the commitment “{name}”",
        SubscriptionScope.Status => $"commitments that are “{name}”",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Scope, "Unknown scope."),
    };

    private static string S(int count) => count == 1 ? "" : "s";

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
