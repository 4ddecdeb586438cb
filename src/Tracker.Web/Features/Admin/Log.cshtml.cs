using System.Globalization;
using System.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Auditing;

namespace Tracker.Web.Features.Admin;

/// <summary>审计日志: filtered, checked and exported.</summary>
[ResponseCache(NoStore = true)]
public sealed class LogModel(IMediator mediator, LogExport export, TimeZoneInfo zone) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Actor { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    /// <summary>First day, in the time zone of the installation.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>Last day, included.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public ListLog.Result Found { get; private set; } = null!;

    /// <summary>Null unless it was asked for.</summary>
    public VerifyLog.Result? Check { get; private set; }

    public async Task OnGetAsync(bool check, CancellationToken cancellation)
    {
        Found = await mediator.Send(new ListLog.Query(Filter(), Before), cancellation);
        Check = check ? await mediator.Send(new VerifyLog.Query(), cancellation) : null;
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=audit-log.csv";

        // With its mark at the front a spreadsheet reads the Chinese right.
        await using var csv = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await export.WriteAsync(csv, Filter(), cancellation);
        return new EmptyResult();
    }

    /// <summary>This page's address with the same filter, and something more.</summary>
    public string With(string name, string value)
    {
        List<KeyValuePair<string, string?>> query =
        [
            new("kind", Kind), new("actor", Actor), new("subject", Subject), new("from", Written(From)), new("to", Written(To)), new(name, value),
        ];
        return "/admin/log" + QueryString.Create(query.Where(part => !string.IsNullOrEmpty(part.Value)));
    }

    public static string? Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private LogFilter Filter() => new(Kind, Actor, Subject, StartOf(From), StartOf(To?.AddDays(1)));

    private DateTimeOffset? StartOf(DateOnly? day)
    {
        if (day is not { } given)
        {
            return null;
        }

        var midnight = given.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
