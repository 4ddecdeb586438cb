using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Account;

/// <summary>A page whose forms may be refused: it is shown again and says why.</summary>
[ResponseCache(NoStore = true)]
public abstract class AccountPage(Wording words) : PageModel
{
    /// <summary>Why what was asked for was not done; null where nothing was refused.</summary>
    public string? Refused { get; private set; }

    /// <summary>Name of the logged-in user.</summary>
    public string Me => User.Identity?.Name ?? "";

    /// <returns>Whether it was done; if not, <see cref="Refused"/> says why.</returns>
    protected async Task<bool> TryAsync(Func<Task> request)
    {
        try
        {
            await request();
            return true;
        }
        catch (UnusableInputException refusal)
        {
            Refuse(refusal.Code);
        }
        catch (ValidationException invalid)
        {
            Refuse(invalid.Errors.First().ErrorCode);
        }

        return false;
    }

    protected void Refuse(string code)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Refused = words.Find($"refused.{code}") ?? words["refused.other"];
    }
}
