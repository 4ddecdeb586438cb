using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;
using Tracker.App.Contract;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Web.Language;

namespace Tracker.Web.Api;

/// <summary>人工认定 as a program sends it: the kind, and the fields that this kind needs.</summary>
/// <param name="Decision">setStatus, confirm, reject, evidence, notCommitment, split, merge or add.</param>
/// <param name="Status">For setStatus: fulfilled, partial, none, contradicted.</param>
/// <param name="Match">For confirm and reject: a span, the place among the candidates from 0, or the passage's words; the best evidence where it is left out.</param>
/// <param name="Span">For evidence a span of the review; for add a span of the plan.</param>
/// <param name="Quote">In place of a span: the passage's words, which must stand in the text once.</param>
/// <param name="Parts">For split: spans of the plan.</param>
/// <param name="Merged">For merge: ids of the commitments that go into this one.</param>
public sealed record DecisionRequest(
    string? Decision, string? Status = null, JsonElement? Match = null, SpanPart? Span = null, string? Reason = null, string? Quote = null,
    IReadOnlyList<SpanPart>? Parts = null, IReadOnlyList<string>? Merged = null, string? Specificity = null)
{
    /// <exception cref="ValidationException">A field does not say what it should.</exception>
    public Decide.Command For(string commitmentId)
    {
        var kind = Codes.Parse<DecisionKind>(Decision)
            ?? throw Wrong("decision", Codes.OneOf(Enum.GetValues<DecisionKind>().Except([DecisionKind.Undo, DecisionKind.Reaffirm]).Select(Codes.Of)));
        if (Status is not null && Codes.Parse<CommitmentStatus>(Status) is null) throw Wrong("status", Codes.OneOf<CommitmentStatus>());
        if (Specificity is not null && Codes.Parse<Specificity>(Specificity) is null) throw Wrong("specificity", Codes.OneOf<Specificity>());
        var passage = MatchChoice() ?? SpanChoice();
        return new Decide.Command(
            commitmentId, kind, Reason ?? "", Codes.Parse<CommitmentStatus>(Status), kind == DecisionKind.Add ? null : passage,
            kind == DecisionKind.Add ? (passage is null ? null : [passage]) : Parts?.Select(part => new PassageChoice(Range(part, "parts"))).ToList(),
            Merged, Codes.Parse<Specificity>(Specificity));
    }

    private PassageChoice? SpanChoice() =>
        Span is not null ? new PassageChoice(Range(Span, "span")) : string.IsNullOrWhiteSpace(Quote) ? null : new PassageChoice(null, Quote);

    private PassageChoice? MatchChoice()
    {
        if (Match is not { } match) return null;
        switch (match.ValueKind)
        {
            case JsonValueKind.Number when match.TryGetInt32(out var place):
                return new PassageChoice(null, Candidate: place);
            case JsonValueKind.String:
                return new PassageChoice(null, match.GetString()!);
            case JsonValueKind.Object:
                var span = match.TryGetProperty("span", out var inner) ? inner : match;
                if (span.ValueKind == JsonValueKind.Object && span.TryGetProperty("start", out var start) && span.TryGetProperty("end", out var end)
                    && start.TryGetInt32(out var from) && end.TryGetInt32(out var to)) return new PassageChoice(Range(new SpanPart(from, to), "match"));
                break;
            case JsonValueKind.Null:
                return null;
        }

        throw Wrong("match", "请给出回顾报告中的位置（start和end）、候选的序号（从0起）或这段文字。");
    }

    private static TextSpan Range(SpanPart span, string field) =>
        span.Start >= 0 && span.End > span.Start ? new TextSpan(span.Start, span.End) : throw Wrong(field, "位置要写成 0 ≤ start < end。");

    private static ValidationException Wrong(string field, string message) => new([new ValidationFailure(field, message)]);
}
