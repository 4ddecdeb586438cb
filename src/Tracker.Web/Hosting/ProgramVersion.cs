using System.Reflection;

namespace Tracker.Web.Hosting;

/// <summary>The version that this program was built as, with the revision where the build knew it.</summary>
internal static class ProgramVersion
{
    public static string Current { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
