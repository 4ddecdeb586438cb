using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.Core.Domain;
using Tracker.Web.Language;
using Tracker.Web.Reading;

namespace Tracker.Web.Features.Reports;

public sealed class ReportModel(IMediator mediator, Wording words) : PageModel
{
    /// <summary>What can be marked in the text, by its name in the address.</summary>
    public static readonly IReadOnlyList<string> Layers = ["commitments", "claims", "remainder", "issues"];

    [BindProperty(SupportsGet = true)]
    public string? Mark { get; set; }

    public ShowReport.Result Found { get; private set; } = null!;

    public ReadingColumn Text { get; private set; } = null!;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<ListVersions.Version> Versions { get; private set; } = [];

    /// <summary>The run that was asked for because of what was done just now; null where nothing was.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Run { get; set; }

    public string Layer => Mark is not null && Layers.Contains(Mark, StringComparer.Ordinal) ? Mark : Layers[Found.Commitments.Count > 0 ? 0 : 1];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await mediator.Send(new ShowReport.Query(id), cancellation) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        Versions = (await mediator.Send(new ListVersions.Query(id), cancellation))!.Items;
        Text = ReadingColumn.For(found.Report, wanted: null, [.. Marks()], "s");
        return Page();
    }

    public int Count(string layer) => layer switch
    {
        "commitments" => Found.Commitments.Count,
        "claims" => Found.Claims.Count,
        "remainder" => Found.Report.Reading.Remainder.Count,
        _ => Found.Report.Reading.Issues.Count,
    };

    private IEnumerable<TextMark> Marks() => Layer switch
    {
        "commitments" => Found.Commitments.Select((commitment, index) => MarkFor(
            commitment.Span, index, commitment.Status is { } status ? "is-" + Codes.Of(status) : "is-awaiting", commitment.Topic, "/commitments/" + commitment.Id)),
        "claims" => Found.Claims.Select((claim, index) => MarkFor(
            claim.Span, index, "is-claim is-zone-" + Codes.Of(claim.Zone), words.Of("zone", claim.Zone), "#m" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))),
        "remainder" => Found.Report.Reading.Remainder.Select((span, index) => new TextMark(span, "", [], "is-remainder", "", "")),
        _ => Found.Report.Reading.Issues.Where(issue => issue.Span.Length > 0).Select((issue, index) => MarkFor(
            issue.Span, index, "is-issue is-" + Codes.Of(issue.Severity), StoredSentence.In(words, issue.Message), "#issues")),
    };

    private static TextMark MarkFor(TextSpan span, int index, string css, string label, string href)
    {
        var anchor = FormattableString.Invariant($"m{index + 1}");
        return new TextMark(span, anchor, [anchor], css, label, href);
    }
}
