/// <summary>What the runtime calls first in a program that is started with DOTNET_STARTUP_HOOKS naming this assembly; loading it begins the watch.</summary>
internal static class StartupHook
{
    public static void Initialize() => Tracker.Tests.NoOutsideConnections.Report();
}
