using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tracker.Web.Security;

/// <summary>Puts the antiforgery token into every form that changes something. The framework does so only where a form names no address.</summary>
[HtmlTargetElement("form", Attributes = "method,action")]
public sealed class FormToken(IHtmlGenerator generator) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.Equals(context.AllAttributes["method"].Value.ToString(), HttpMethods.Post, StringComparison.OrdinalIgnoreCase)
            && generator.GenerateAntiforgery(ViewContext) is { } token)
        {
            output.PostContent.AppendHtml(token);
        }
    }
}
