using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Tracker.Web.Hosting;

/// <summary>A form that names an action which its page does not have: there is nothing at that address. The framework would take its nameless action, or set the page without what it shows.</summary>
internal sealed class UnknownHandler : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var request = context.HttpContext.Request;
        var isUnknown = context.HandlerMethod is null || (context.HandlerMethod.Name is null && !string.IsNullOrEmpty(request.Query["handler"]));
        if (isUnknown && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            context.Result = new NotFoundResult();
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
