using System.Globalization;
using Tracker.App.Drafts;
using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Drafts;

/// <summary>What a person says of a draft, as the form sends it.</summary>
/// <param name="Body">Id of an existing body; empty for the new one.</param>
public sealed record DraftForm(
    string? Body, string? NewName, string? NewKind, string? NewRegion, string? NewLevel, string? PlanYear, string? ReviewYear, string? Kind, string? Delivered,
    string? Presenter, string? Replaces, string? Reason)
{
    public static DraftForm Of(ReportDraft draft) => new(
        draft.BodyId ?? "", draft.BodyId is null ? draft.BodyName : "", draft.BodyKind, draft.BodyRegion, draft.BodyLevel is { } level ? Codes.Of(level) : "",
        Year(draft.PlanYear), Year(draft.ReviewYear), draft.DocumentKind is { } kind ? Codes.Of(kind) : "",
        draft.Delivered?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), draft.Presenter, null, draft.Reason);

    /// <summary>A year or a day that is none is a year out of range or no day: the use case says so.</summary>
    public CorrectDraft.Command For(string draftId) => new(
        draftId, Body, string.IsNullOrEmpty(Body) ? new CorrectDraft.BodyDescription(NewName ?? "", NewKind ?? "", NewRegion ?? "", Codes.Parse<BodyLevel>(NewLevel)) : null,
        Number(PlanYear), Number(ReviewYear), Codes.Parse<DocumentKind>(Kind) ?? (DocumentKind)(-1),
        DateOnly.TryParseExact(Delivered, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null, Presenter ?? "");

    private static string Year(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static int? Number(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
