using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Tracker.Web.Features.Errors;

/// <summary>Says in words what an error status means.</summary>
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    private static readonly int[] Explained = [400, 403, 404, 413, 429, 500];

    public int Status { get; private set; }

    public string Code => Explained.Contains(Status) ? $"error{Status}" : "errorOther";

    public void OnGet([FromRoute] int status)
    {
        Status = status is >= 400 and < 600 ? status : 404;
        Response.StatusCode = Status;
    }
}
