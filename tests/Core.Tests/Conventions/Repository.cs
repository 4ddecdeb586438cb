using System.Runtime.CompilerServices;

namespace Tracker.Core.Tests.Conventions;

/// <summary>Where the source tree is that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Seed(string name) => File.ReadAllText(PathOf("seeds", "reports", name + ".txt"));

    /// <summary>Hand-written files of the product: neither built nor generated.</summary>
    public static IEnumerable<string> SourceFiles(string folder, string pattern) =>
        Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar)
                .Any(part => part is "bin" or "obj" or "node_modules" or "lib" or "Migrations"));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Tracker.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No Tracker.sln above {AppContext.BaseDirectory} ({here}).");
    }
}
