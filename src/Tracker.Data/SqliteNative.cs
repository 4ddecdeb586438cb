using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using SQLitePCL;

namespace Tracker.Data;

/// <summary>Bridges the SQLite bindings that restore everywhere to the newer ones that EF Core was built against.</summary>
/// <remarks>
/// The bindings' assembly version is lower than the one EF Core asks for, and the library that they bundle lacks the JSON
/// operators that EF Core writes. So a request for them is answered whatever version it names, and the system's own SQLite is
/// taken where there is one.
/// </remarks>
internal static class SqliteNative
{
    private const string BundledLibrary = "e_sqlite3";
    private const string SystemLibrary = "libsqlite3.so.0";
    private static readonly Version Oldest = new(3, 38);

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Has to run before EF Core first touches SQLite, whatever program hosts this assembly.")]
    internal static void Initialise()
    {
        AssemblyLoadContext.Default.Resolving += LoadBindings;
        RegisterLibrary();
    }

    /// <exception cref="NotSupportedException">The SQLite that was found is older than 3.38.</exception>
    internal static void EnsureSupported()
    {
        var found = FoundVersion();
        if (new Version(found) < Oldest)
        {
            throw new NotSupportedException(
                $"SQLite {found} is too old: Tracker needs {Oldest} or later. Install the system package libsqlite3-0, or set Tracker__Database__Provider=Postgres.");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string FoundVersion() => raw.sqlite3_libversion().utf8_to_string();

    private static Assembly? LoadBindings(AssemblyLoadContext context, AssemblyName name)
    {
        var isVersionedBinding = name.Version is not null && name.Name?.StartsWith("SQLitePCLRaw.", StringComparison.Ordinal) == true;
        return isVersionedBinding ? context.LoadFromAssemblyName(new AssemblyName(name.Name!)) : null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RegisterLibrary()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, FindLibrary);
        Batteries_V2.Init();
    }

    private static nint FindLibrary(string library, Assembly assembly, DllImportSearchPath? path) =>
        library == BundledLibrary && NativeLibrary.TryLoad(SystemLibrary, out var handle) ? handle : 0;
}
