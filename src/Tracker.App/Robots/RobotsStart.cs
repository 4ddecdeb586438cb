using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Tracker.App.Robots;

internal static class RobotsStart
{
    public static void AddRobots(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => RobotSettings.Of(provider.GetService<IConfiguration>()));
        services.AddSingleton<RobotPost>();
    }
}
