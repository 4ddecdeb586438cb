using System.Globalization;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data.Entities;

namespace Tracker.App.Digest;

/// <summary>The words of a digest in one language. Both languages have every one of them.</summary>
public abstract record DigestWords
{
    private static readonly DigestWords Chinese = new ChineseDigestWords();
    private static readonly DigestWords English = new EnglishDigestWords();

    public static DigestWords In(DigestLanguage language) => language == DigestLanguage.English ? English : Chinese;

    /// <summary>Language tag.</summary>
    public abstract string Tag { get; }

    public abstract string Sender { get; }

    public abstract string Weekly { get; }

    public abstract string Monthly { get; }

    public abstract string MattersMost { get; }

    public abstract string NewReports { get; }

    public abstract string Flips { get; }

    public abstract string Silent { get; }

    /// <summary>What silence means, said wherever silence is shown.</summary>
    public abstract string SilenceMeans { get; }

    public abstract string NewPlans { get; }

    public abstract string Decisions { get; }

    public abstract string ForAuditors { get; }

    public abstract string ThisWeek { get; }

    public abstract string EvidenceLabel { get; }

    public abstract string ReasonLabel { get; }

    public abstract string YouAskedFor { get; }

    public abstract string EndThisOne { get; }

    public abstract string EndAllOfThese { get; }

    public abstract string Manage { get; }

    public abstract string OnTheSite { get; }

    /// <summary>Said where a message had no room for all.</summary>
    public abstract string CutShort { get; }

    /// <summary>What a robot says to show that it works.</summary>
    public abstract string Trial { get; }

    public abstract string FeedTitle { get; }

    public abstract string WhySent { get; }

    public abstract string Gone { get; }

    public abstract string Awaited { get; }

    public abstract string Separator { get; }

    public abstract string Stop { get; }

    public abstract string Dates(DigestPeriod period);

    public abstract string BodyYear(PairFacts pair);

    public abstract string Status(CommitmentStatus status);

    public abstract string Specificity(Specificity specificity);

    /// <summary>For those who decided and have no name.</summary>
    protected abstract Signature.StandIns StandIns { get; }

    /// <param name="signedAs">署名 as stored; empty where it is not known who decided.</param>
    public string Signed(string signedAs) => signedAs.Length > 0 ? Signature.In(StandIns, signedAs) : "";

    /// <param name="signedAs">See <see cref="Signed"/>.</param>
    public abstract string Cause(DigestCause cause, string signedAs);

    public abstract string Certainty(double certainty);

    public abstract string Decision(DecisionKind kind);

    public abstract string Moved(string from, string to);

    public abstract string FirstVerdict(string to);

    public abstract string Stale { get; }

    /// <summary>Whether the program's own sentence on it is in this language.</summary>
    public virtual bool SaysWhyStale => true;

    public abstract string Disputed(string first, string second);

    /// <summary>Of all commitments of a pair, or of those that were asked for.</summary>
    public abstract string Answered(int answered, int all, bool isAll);

    public abstract string AnsweredShort(int year, int answered, int all);

    public abstract string FlippedShort(int count);

    public abstract string SilentShort(int count);

    public abstract string PromisedShort(int year, int count);

    public abstract string DecidedShort(int count);

    public abstract string ToAffirmShort(int count);

    public abstract string OtherNewsShort(int count);

    public abstract string Promised(int count);

    public abstract string Several(string body, int bodies);

    public abstract string More(int count);

    public abstract string Expected(DateOnly around);

    public abstract string Pending(int results);

    public abstract string Rule(DigestRule rule, string name);

    /// <summary>Words in quotation marks; what is one quotation already is quoted once.</summary>
    public static string Quoted(string words) => Core.Pipeline.Score.Quotation.Of(
        words is ['“', .. var inner, '”'] && !inner.Contains('“', StringComparison.Ordinal) && !inner.Contains('”', StringComparison.Ordinal) ? inner : words, keepBlanks: true);

    protected static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100):0}%");

    protected static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
