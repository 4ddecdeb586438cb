using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.Core.Comparing;
using Tracker.Web.Reading;

namespace Tracker.Web.Features.Reports;

/// <summary>版本对照: two versions of a report side by side.</summary>
public sealed class CompareModel(IMediator mediator) : PageModel
{
    public ShowReport.Result New { get; private set; } = null!;

    public ListVersions.Version OldVersion { get; private set; } = null!;

    public ListVersions.Version NewVersion { get; private set; } = null!;

    public ComparedTexts Comparison { get; private set; } = null!;

    /// <param name="with">The other version; the earlier of the two stands left.</param>
    public async Task<IActionResult> OnGetAsync(string id, string? with, CancellationToken cancellation)
    {
        if (await mediator.Send(new ListVersions.Query(id), cancellation) is not { } versions) return NotFound();
        var chosen = versions.Items.Where(version => version.Id == id || version.Id == with).ToList();
        if (chosen.Count != 2) return NotFound();
        (NewVersion, OldVersion) = (chosen[0], chosen[1]);
        var old = (await mediator.Send(new ShowReport.Query(OldVersion.Id), cancellation))!.Report.Content.Text;
        New = (await mediator.Send(new ShowReport.Query(NewVersion.Id), cancellation))!;
        Comparison = new ComparedTexts(old, New.Report.Content.Text, TextComparison.Of(old, New.Report.Content.Text));
        return Page();
    }
}
