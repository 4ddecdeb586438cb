using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Publishing;
using Tracker.Web.Features.Runs;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Admin;

/// <summary>发布规则, and all that waits under it.</summary>
[ResponseCache(NoStore = true)]
public sealed class PublicationModel(IMediator mediator, Wording words) : PageModel
{
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Why the rule was not saved; null where nothing was refused.</summary>
    public string? Wrong { get; private set; }

    /// <summary>As the form shows them: a percentage and a number.</summary>
    public string Percent { get; private set; } = "";

    public string Step { get; private set; } = "";

    public ListPending.Result Pending { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var rule = await mediator.Send(new ShowPublicationRule.Query(), cancellation);
        (Percent, Step) = ((rule.FlipShare * 100).ToString("0.##", CultureInfo.InvariantCulture), rule.ScoreStep.ToString("0.##", CultureInfo.InvariantCulture));
        Pending = await mediator.Send(new ListPending.Query(), cancellation);
    }

    public async Task<IActionResult> OnPostAsync(string? percent, string? step, CancellationToken cancellation)
    {
        try
        {
            await mediator.Send(new ChangePublicationRule.Command(Number(percent) / 100, Number(step)), cancellation);
        }
        catch (ValidationException invalid)
        {
            await OnGetAsync(cancellation);
            (Percent, Step, Wrong) = (percent ?? "", step ?? "", string.Join(' ', StoredSentence.In(words, invalid)));
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        Notice = words["publication.saved"];
        return Redirect("/admin/publication");
    }

    /// <summary>What is no number is no allowed one either.</summary>
    private static double Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
