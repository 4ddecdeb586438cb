using System.Reflection;

namespace Tracker.Browser.Tests;

/// <summary>Where the build put what these tests start, as the project file says.</summary>
internal static class Built
{
    public static string Path(string name) =>
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(value => value.Key == name).Value!;
}
