using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Coding;
using Tracker.Core.Domain;
using Tracker.Web.Features.Bodies;
using Tracker.Web.Language;
using Tracker.Web.Security;

namespace Tracker.Web.Features.Coding;

/// <summary>双人盲评: the samples there are, and the form that draws another.</summary>
[Authorize(Policies.CanAudit)]
[ResponseCache(NoStore = true)]
public sealed class SamplesModel(IMediator mediator, Wording words) : PageModel
{
    /// <summary>What the form sends, and shows again where it was refused.</summary>
    public sealed class DrawForm
    {
        public int Size { get; set; } = 30;

        public int? Seed { get; set; }

        public string? Body { get; set; }

        public int? Year { get; set; }

        public string? Specificity { get; set; }

        public bool AsksSpecificity { get; set; }

        public string? First { get; set; }

        public string? Second { get; set; }
    }

    public DrawForm Drawn { get; private set; } = new();

    public ListSamples.Result Found { get; private set; } = null!;

    public IReadOnlyList<ListBodies.BodyLine> Bodies { get; private set; } = [];

    public IReadOnlyList<string> Refused { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Found = await mediator.Send(new ListSamples.Query(), cancellation);
        Bodies = (await mediator.Send(new ListBodies.Query(), cancellation)).Items;
    }

    public async Task<IActionResult> OnPostAsync(DrawForm form, CancellationToken cancellation)
    {
        Drawn = form;
        try
        {
            var drawn = await mediator.Send(
                new DrawSample.Command(
                    form.Size, form.First ?? "", form.Second ?? "", form.Seed, string.IsNullOrEmpty(form.Body) ? null : form.Body, form.Year,
                    Codes.Parse<Specificity>(form.Specificity), form.AsksSpecificity),
                cancellation);
            return Redirect($"/audit/samples/{drawn.SampleId}");
        }
        catch (ValidationException refused)
        {
            Refused = StoredSentence.In(words, refused);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await OnGetAsync(cancellation);
            return Page();
        }
    }
}
