using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Developers;

public sealed class DevelopersModel(IMediator mediator, ApiCatalogue catalogue, Wording words) : PageModel
{
    private IReadOnlyDictionary<string, string> examples = new Dictionary<string, string>();

    public IReadOnlyList<ApiCatalogue.Group> Groups { get; private set; } = [];

    /// <summary>Where this reader found the site, for commands to be pasted.</summary>
    public string Site => $"{Request.Scheme}://{Request.Host}{Request.PathBase}";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Groups = await catalogue.GroupsAsync(words.Language, cancellation);
        examples = await mediator.Send(new ShowExamples.Query(), cancellation);
    }

    /// <summary>What stands in a field from the start: an id that there is where one is needed, else nothing but a required value.</summary>
    public string First(ApiOperation operation, ApiOperation.Value value) =>
        value.IsInPath ? examples.GetValueOrDefault(operation.Path.Split('/')[3], value.Example) : operation.Id == "getSearch" && value.Name == "q" ? value.Example : "";

    /// <summary>The command that does the same with what stands in the fields from the start.</summary>
    public string Command(ApiOperation operation)
    {
        var address = Site + operation.AddressWith(operation.Parameters.ToDictionary(value => value.Name, value => First(operation, value), StringComparer.Ordinal));
        List<string> parts = ["curl"];
        if (operation.Streams) parts.Add("-N");
        if (!operation.IsRead) parts.Add("-X " + operation.Method);
        if (operation.IsGuarded) parts.Add("-H \"Authorization: Bearer $TOKEN\"");
        if (operation.Body is { } body) parts.Add($"-H 'Content-Type: application/json' --data {Quoted(body)}");
        if (operation.Parts.Count > 0) parts.Add("-F 'file=@report.txt'");
        return string.Join(' ', parts.Append(Quoted(address)));
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
