using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App;
using Tracker.App.Reports;
using Tracker.App.Runs;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Tests.App;

/// <summary>The use cases on one database, each request in a scope of its own as in a program.</summary>
internal sealed class Workplace(DatabaseSettings settings, TimeProvider? time = null, WhenRead? disturbance = null, MethodHistory? history = null) : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddSingleton(time ?? TimeProvider.System).AddSingleton(history ?? MethodHistory.Known).AddTrackerData(settings)
        .ConfigureDbContext<TrackerDbContext>(options => options.AddInterceptors(disturbance is null ? [] : [disturbance]))
        .AddTrackerApp().BuildServiceProvider(validateScopes: true);

    public async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>As one program would, with services of its own.</summary>
    public async Task<T> DoAsync<TService, T>(Func<TService, Task<T>> action) where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await action(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<ImportReports.Result> ImportAsync(params SourceFile[] files) => SendAsync(new ImportReports.Command(files));

    public Task<LoadSeeds.Result> LoadSeedsAsync() => SendAsync(new LoadSeeds.Command(Seeds.Directory));

    public async Task<Ran> RunAsync(bool all = false, params string[] pairs)
    {
        var told = new Told();
        var result = await SendAsync(new RunPairs.Command(RunCause.Command, pairs.Length == 0 ? null : pairs, all, Progress: told));
        return new Ran(result.RunId, result.Outcome, told.Items);
    }

    public sealed record Ran(string RunId, RunOutcome Outcome, IReadOnlyList<RunPairs.Item> Items);

    public async Task<T> ReadAsync<T>(Func<TrackerDbContext, Task<T>> read)
    {
        await using var db = settings.Open();
        return await read(db);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class Told : IProgress<RunPairs.Progress>
    {
        public List<RunPairs.Item> Items { get; } = [];

        public void Report(RunPairs.Progress value) => Items.Add(value.Item);
    }
}
