using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tracker.Core.Domain;

namespace Tracker.Core.Training;

/// <summary>标注: a pair of reports with what annotators found in them, by the codebook's file format.</summary>
/// <remarks>
/// Where the report's text is not ours to publish, a label file names <c>span: [start, end]</c> in place of <c>quote</c>, and the
/// SHA-256 of the texts' UTF-8 bytes, without which offsets would point anywhere.
/// </remarks>
/// <param name="Name">Name of the label file without extension.</param>
/// <param name="Scope">The annotated part of the plan; the whole plan where the labels name none.</param>
/// <param name="IsPart">Whether the labels name a scope.</param>
/// <param name="IsAudited">复核标注: only single commitments were judged, wherever they stand; the others may be anything.</param>
public sealed record LabelledPair(
    string Name, string Body, string PlanFile, string ReviewFile, string Plan, string Review, TextSpan Scope, bool IsPart,
    IReadOnlyList<LabelledCommitment> Commitments, bool IsAudited = false)
{
    /// <summary>The files that a label file names, to be read before <see cref="Read"/>.</summary>
    public static (string PlanFile, string ReviewFile) FilesOf(string labels)
    {
        using var document = JsonDocument.Parse(labels);
        var pair = document.RootElement.GetProperty("pair");
        return (pair.GetProperty("plan_file").GetString()!, pair.GetProperty("review_file").GetString()!);
    }

    /// <param name="labels">The label file's text.</param>
    /// <param name="plan">The plan's text as decoded, byte order mark excluded.</param>
    /// <exception cref="InvalidDataException">A quote does not stand in its text, or the text is not the one that was labelled.</exception>
    public static LabelledPair Read(string name, string labels, string plan, string review)
    {
        using var document = JsonDocument.Parse(labels);
        var pair = document.RootElement.GetProperty("pair");
        EnsureLabelledText(pair, "plan_sha256", plan);
        EnsureLabelledText(pair, "review_sha256", review);
        var scope = new TextSpan(0, plan.Length);
        var isPart = pair.TryGetProperty("scope", out var part);
        if (isPart && part.TryGetProperty("span", out var range))
        {
            scope = SpanOf(range);
        }
        else if (isPart)
        {
            var end = part.GetProperty("end").GetString()!;
            scope = new TextSpan(
                Locate(plan, part.GetProperty("start").GetString()!, new TextSpan(0, plan.Length)).Start,
                Locate(plan, end, new TextSpan(0, plan.Length)).End);
        }

        var commitments = document.RootElement.GetProperty("commitments").EnumerateArray().Select(element => new LabelledCommitment(
            Place(plan, element, scope),
            Enum.Parse<CommitmentStatus>(element.GetProperty("status").GetString()!, ignoreCase: true),
            element.TryGetProperty("specificity", out var specificity) ? Enum.Parse<Specificity>(specificity.GetString()!, ignoreCase: true) : Specificity.Specific,
            Evidence(element, review).ToList())).ToList();
        var (planFile, reviewFile) = (pair.GetProperty("plan_file").GetString()!, pair.GetProperty("review_file").GetString()!);
        var isAudited = pair.TryGetProperty("audited", out var audited) && audited.ValueKind == JsonValueKind.True;
        return new LabelledPair(name, pair.GetProperty("body").GetString()!, planFile, reviewFile, plan, review, scope, isPart, commitments, isAudited);
    }

    /// <summary>Leaves out what a person judged on the same texts: a person's word goes before an annotator's.</summary>
    public LabelledPair Without(IEnumerable<LabelledPair> audited)
    {
        var judged = audited.Where(other => other.IsAudited && other.Plan == Plan && other.Review == Review).SelectMany(other => other.Commitments).ToList();
        return judged.Count == 0 || IsAudited
            ? this
            : this with { Commitments = [.. Commitments.Where(label => !judged.Exists(person => SpanAgreement.Agree(person.Span, label.Span)))] };
    }

    private static IEnumerable<LabelledEvidence> Evidence(JsonElement commitment, string review)
    {
        if (!commitment.TryGetProperty("evidence", out var evidence)) yield break;
        foreach (var element in evidence.EnumerateArray())
            yield return new LabelledEvidence(
                Place(review, element, new TextSpan(0, review.Length)),
                element.GetProperty("relation").GetString() == "related" ? EvidenceRelation.Related : EvidenceRelation.Direct);
    }

    private static TextSpan Place(string text, JsonElement element, TextSpan within) =>
        element.TryGetProperty("span", out var span) ? SpanOf(span) : Locate(text, element.GetProperty("quote").GetString()!, within);

    private static TextSpan SpanOf(JsonElement span) => new(span[0].GetInt32(), span[1].GetInt32());

    private static void EnsureLabelledText(JsonElement pair, string property, string text)
    {
        if (!pair.TryGetProperty(property, out var expected)) return;
        var found = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        if (found != expected.GetString()) throw new InvalidDataException($"The labelled text has SHA-256 {expected.GetString()}, this one {found}.");
    }

    private static TextSpan Locate(string text, string quote, TextSpan within)
    {
        var start = text.IndexOf(quote, within.Start, within.Length, StringComparison.Ordinal);
        return start >= 0 ? new TextSpan(start, start + quote.Length) : throw new InvalidDataException("A labelled quote does not stand in its text: " + quote);
    }
}

/// <summary>A commitment that annotators found, with their judgement.</summary>
public sealed record LabelledCommitment(TextSpan Span, CommitmentStatus Status, Specificity Specificity, IReadOnlyList<LabelledEvidence> Evidence);

/// <summary>A span of the review that annotators took as answer.</summary>
public sealed record LabelledEvidence(TextSpan Span, EvidenceRelation Relation);
