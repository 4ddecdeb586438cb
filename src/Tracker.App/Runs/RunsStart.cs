using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tracker.Core.Pipeline;

namespace Tracker.App.Runs;

internal static class RunsStart
{
    public static void AddRuns(this IServiceCollection services)
    {
        services.TryAddSingleton(RunSettings.Default);
        services.TryAddSingleton(MethodHistory.Known);
        services.AddScoped<RunRegister>().AddScoped<RunLeases>().AddScoped<Interruptions>().AddScoped<RunPlan>();
        services.AddScoped<RunWorker>().AddScoped<PairWork>().AddScoped<PairWriter>().AddScoped<Readings>();
    }
}
