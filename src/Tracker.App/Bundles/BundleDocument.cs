using System.Text.Json.Serialization;
using Tracker.App.Contract;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data.Entities;

namespace Tracker.App.Bundles;

/// <summary>核验包: one commitment with everything that its status rests on, to be read and checked without the installation that made it.</summary>
/// <param name="Review">Null while the later report is awaited.</param>
/// <param name="Candidates">The ranking, best first, with the inputs of each score.</param>
/// <param name="Decisions">Oldest first.</param>
public sealed record BundleDocument(
    string Id, string Pair, string Body, string BodyName, int Year, BundleDocument.MethodPart Method, BundleDocument.ReportPart Plan,
    BundleDocument.ReportPart? Review, BundleDocument.CommitmentPart Commitment, BundleDocument.VerdictPart Verdict,
    IReadOnlyList<BundleDocument.CandidatePart> Candidates, IReadOnlyList<BundleDocument.DecisionPart> Decisions)
{
    /// <param name="Version">That the verdict was given with.</param>
    /// <param name="Weights">SHA-256 of the fitted numbers; null where the verdict is of an earlier version than the program that made the bundle.</param>
    /// <param name="Labels">SHA-256 of the labels that they were fitted on.</param>
    /// <param name="Match">The formula of the candidates' scores.</param>
    public sealed record MethodPart(string Version, string? Weights, string? Labels, FormulaPart? Match);

    public sealed record FormulaPart(double Intercept, IReadOnlyDictionary<string, double> Weights);

    /// <param name="Sha256">Of the document as it was handed in.</param>
    /// <param name="TextSha256">Of the UTF-8 bytes of the text read out of it, into which the spans point.</param>
    public sealed record ReportPart(
        string Id, string File, string Sha256, string TextSha256, string DecodedAs, string Title, string Presenter, DateOnly? Delivered,
        DocumentKind Kind, DateTimeOffset ImportedAt);

    /// <param name="Context">A stretch of the text around the quotation; the quotation is its slice.</param>
    /// <param name="Section">Headings from the outermost section inwards.</param>
    public sealed record Passage(SpanPart Span, string Quote, ContextPart Context, IReadOnlyList<string> Section)
    {
        [JsonIgnore]
        public string Before => Context.Text[..(Span.Start - Context.Span.Start)];

        [JsonIgnore]
        public string After => Context.Text[(Span.End - Context.Span.Start)..];
    }

    public sealed record ContextPart(SpanPart Span, string Text);

    /// <param name="Standing">Whether it counts in figures.</param>
    public sealed record CommitmentPart(
        Passage Passage, string Topic, Specificity Specificity, IReadOnlyList<QuantityPart> Targets, string Rule, CommitmentOrigin Origin,
        CommitmentStanding Standing);

    /// <param name="Status">落实状态 as shown: a person's where there is one; null while the review is awaited.</param>
    /// <param name="MachineEvidence">What the method alone showed.</param>
    public sealed record VerdictPart(
        CommitmentStatus? Status, CommitmentStatus? MachineStatus, double? Evidenced, double? Score, double? Confidence,
        IReadOnlyList<EvidencePart> Evidence, IReadOnlyList<SpanPart> MachineEvidence, IReadOnlyList<ComparisonPart> Comparisons,
        IReadOnlyList<string> Reasons);

    public sealed record EvidencePart(Passage Passage, EvidenceRelation Relation, double Score);

    public sealed record CandidatePart(Passage Passage, double Score, IReadOnlyList<FeaturePart> Features);

    public sealed record FeaturePart(string Name, double Value, double Contribution);

    /// <param name="At">The same moment as <see cref="DecisionContent.AtMilliseconds"/>, for people.</param>
    /// <param name="LogEntry">Number of its entry in the audit log; null where there is none that names it.</param>
    /// <param name="BelongsTo">The commitment that it is about now; null where there is none any more.</param>
    /// <param name="Fate">What became of it in the texts as they are now.</param>
    /// <param name="InForce">False once it was undone, and for an undoing itself.</param>
    public sealed record DecisionPart(
        DecisionContent Content, DateTimeOffset At, long? LogEntry, string MethodVersion, CommitmentStatus? MachineStatus, string? BelongsTo, AnchorFate Fate,
        bool InForce, string FateReason, SpanPart? Passage);
}
