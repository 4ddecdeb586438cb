using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Tracker.Web.Features.Errors;

/// <summary>Says in words what an error status means. Answers whatever method failed, so it asks for no antiforgery token.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    private static readonly int[] Explained = [400, 404, 500];

    public int Status { get; private set; }

    public string Code => Explained.Contains(Status) ? $"error{Status}" : "errorOther";

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        Status = status is >= 400 and < 600 ? status : 404;
        Response.StatusCode = Status;
    }
}
