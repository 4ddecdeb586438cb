using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.Core.Pipeline;

namespace Tracker.Web.Features.Method;

public sealed class MethodModel : PageModel
{
    public string Version { get; } = MethodVersion.Current;
}
