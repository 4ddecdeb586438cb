using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Reports;
using Tracker.App.Runs;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Hosting;

/// <summary>Prepares the database; then, where jobs are run and while pages are already served, takes the seeds in and runs what is new.</summary>
internal sealed partial class FirstLoad(
    IServiceScopeFactory scopes, LoadingState state, Roles roles, IConfiguration configuration, ILogger<FirstLoad> log) : BackgroundService
{
    /// <summary>Before the first page is served: none can be without the tables.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<TrackerDbContext>().PrepareAsync(cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (roles.Jobs)
            {
                await using var scope = scopes.CreateAsyncScope();
                await LoadAsync(scope.ServiceProvider, stoppingToken);
            }

            state.Reach(LoadingStep.Done);
            LogReady();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program is stopping; the next start takes up what is left.
        }
        catch (Exception cause)
        {
            // Whatever it was: pages go on showing what is there, and say that loading failed.
            state.Reach(LoadingStep.Failed);
            LogFailed(cause);
        }
    }

    private async Task LoadAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var mediator = services.GetRequiredService<IMediator>();
        var imported = 0;
        if (SeedsDirectory.Find(configuration) is { } seeds)
        {
            imported = (await mediator.Send(new LoadSeeds.Command(seeds), cancellation)).Imported;
            LogSeeds(imported, seeds);
        }
        else
        {
            LogNoSeeds();
        }

        if (imported > 0 || await IsOutOfDateAsync(services.GetRequiredService<TrackerDbContext>(), services.GetRequiredService<MethodHistory>(), cancellation))
        {
            var run = await mediator.Send(new RunPairs.Command(RunCause.Seeds), cancellation);
            LogRun(run.RunId, run.Outcome, run.Total);
        }
    }

    /// <summary>Whether an earlier start was cut short, or the method has changed since in what a result rests on.</summary>
    private static async Task<bool> IsOutOfDateAsync(TrackerDbContext db, MethodHistory history, CancellationToken cancellation)
    {
        var pairs = await db.Pairs.Select(pair => new { pair.MethodVersion, pair.State }).Distinct().ToListAsync(cancellation);
        var readings = await db.Reports.Select(report => report.ReadWith).Distinct().ToListAsync(cancellation);
        return pairs.Exists(pair => history.Affects(pair.MethodVersion, Pairing.PartsOf(pair.State)))
            || readings.Exists(version => history.Affects(version, MethodParts.Read))
            || await db.Reports.AnyAsync(report => !db.Pairs.Any(pair => pair.BodyId == report.BodyId), cancellation);
    }

    [LoggerMessage(2001, LogLevel.Information, "Imported {Imported} reports from {Directory}")]
    private partial void LogSeeds(int imported, string directory);

    [LoggerMessage(2002, LogLevel.Warning, "No seeds directory found: set Tracker__SeedsDirectory to load the reports that come with the product")]
    private partial void LogNoSeeds();

    [LoggerMessage(2003, LogLevel.Information, "Run {Run} ended as {Outcome} over {Pairs} pairs")]
    private partial void LogRun(string run, RunOutcome outcome, int pairs);

    [LoggerMessage(2004, LogLevel.Information, "Ready")]
    private partial void LogReady();

    [LoggerMessage(2005, LogLevel.Error, "The first loading failed")]
    private partial void LogFailed(Exception cause);
}
