namespace Tracker.Web.Hosting;

/// <summary>How far the first loading has come. Pages say so while it goes on; a load balancer waits for it.</summary>
public sealed class LoadingState
{
    private volatile LoadingStep step = LoadingStep.Processing;

    public LoadingStep Step => step;

    public void Reach(LoadingStep reached) => step = reached;
}

public enum LoadingStep
{
    /// <summary>正在处理: reports are read, matched and scored.</summary>
    Processing,

    Done,

    /// <summary>It stopped; the log says why. What was there before is still shown.</summary>
    Failed,
}

internal static class LoadingStart
{
    public static void AddFirstLoad(this IServiceCollection services) => services.AddSingleton<LoadingState>().AddHostedService<FirstLoad>();
}
