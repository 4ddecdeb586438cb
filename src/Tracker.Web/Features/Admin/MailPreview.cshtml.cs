using MediatR;
using Microsoft.AspNetCore.Mvc;
using Tracker.App.Digest;
using Tracker.Data.Entities;
using Tracker.Web.Features.Account;
using Tracker.Web.Hosting;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Admin;

/// <summary>预览: the digest of any week for any subscription, sent to nobody.</summary>
public sealed class MailPreviewModel(IMediator mediator, Wording words) : AccountPage(words)
{
    [BindProperty(SupportsGet = true)]
    public string? Week { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Scope { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Value { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Frequency { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    /// <summary>Null where what was asked for cannot be shown.</summary>
    public PreviewDigest.Result? Found { get; private set; }

    public string Html => "/admin/mails/preview" + QueryString.Create(new Dictionary<string, string?>
    {
        ["handler"] = "Html", ["week"] = Week, ["scope"] = Scope, ["value"] = Value, ["frequency"] = Frequency, ["language"] = Language, ["role"] = Role,
    });

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await TryAsync(async () => Found = await mediator.Send(Query, cancellation));
        SecurityHeaders.AllowFrame(Response);
    }

    /// <summary>The HTML part alone, as the frame shows it.</summary>
    public async Task<IActionResult> OnGetHtmlAsync(CancellationToken cancellation)
    {
        await TryAsync(async () => Found = await mediator.Send(Query, cancellation));
        return Found?.Content is { } content ? SecurityHeaders.Mail(Response, content.Html) : NotFound();
    }

    private PreviewDigest.Query Query => new(
        string.IsNullOrWhiteSpace(Week) ? null : Week.Trim(), Codes.Parse<DigestFrequency>(Frequency) is DigestFrequency.Monthly ? DigestFrequency.Monthly : DigestFrequency.Weekly,
        Codes.Parse<SubscriptionScope>(Scope) ?? SubscriptionScope.Everything, Value?.Trim() ?? "", Codes.Parse<DigestLanguage>(Language) ?? DigestLanguage.Chinese, Codes.Parse<UserRole>(Role));
}
