using System.Runtime.InteropServices;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.App.Jobs;
using Tracker.App.Operations;
using Tracker.Web.Hosting;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Admin;

/// <summary>系统状态: health, storage, versions and the programs that are installed.</summary>
[ResponseCache(NoStore = true)]
public sealed class SystemModel(IMediator mediator, IJobEngine engine, LoadingState loading, Figures figures, TimeProvider time) : PageModel
{
    public ShowSystem.Result Found { get; private set; } = null!;

    public IReadOnlyList<HealthCheck> Health { get; private set; } = [];

    /// <summary>Name and version of each part, as they call themselves.</summary>
    public IReadOnlyList<(string Name, string Version)> Versions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Found = await mediator.Send(new ShowSystem.Query(), cancellation);
        var jobs = await mediator.Send(new ListSchedules.Query(), cancellation);
        Health = HealthCheck.Of(Found, jobs, loading.Step, await Hosting.Health.AskAsync(engine, cancellation), time.GetUtcNow(), figures.Moment);
        Versions =
        [
            ("Tracker", ProgramVersion.Current), (nameof(Core.Pipeline.MethodVersion), Found.MethodVersion), (Found.Database.Provider.ToString(), Found.Database.Version),
            ("Migration", Found.Database.Migration), (nameof(IJobEngine), engine.Name),
            (".NET", RuntimeInformation.FrameworkDescription), ("OS", RuntimeInformation.OSDescription + " " + RuntimeInformation.OSArchitecture),
        ];
    }
}
