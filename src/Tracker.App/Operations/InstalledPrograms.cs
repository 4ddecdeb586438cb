using Tracker.App.Documents;
using Tracker.App.Documents.Programs;
using Tracker.Data;

namespace Tracker.App.Operations;

/// <summary>外部程序: which of the programs that Tracker can use are on this machine, as they say themselves. Asked at most once a minute.</summary>
public sealed class InstalledPrograms(DatabaseSettings database, DocumentSettings documents, TimeProvider time)
{
    private const string Chinese = "chi_sim";
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private static readonly OutsideProgram Dump = new("pg_dump", "postgresql-client", "");
    private static readonly OutsideProgram Restore = new("pg_restore", "postgresql-client", "");
    private static readonly OutsideProgram Bounds = new("prlimit", "util-linux", "");
    private readonly SemaphoreSlim _asking = new(1);
    private (DateTimeOffset At, IReadOnlyList<Item> Found)? _known;

    /// <param name="Package">Of Debian.</param>
    /// <param name="Version">Its own first words; null where it is not there, or cannot do what it is needed for.</param>
    public sealed record Item(string Name, string Package, string? Version);

    /// <summary>Whether programs that read documents run without any network here.</summary>
    public static bool CutsOffNetwork => ProgramRunner.CutsOffNetwork;

    public async Task<IReadOnlyList<Item>> FindAsync(CancellationToken cancellation)
    {
        await _asking.WaitAsync(cancellation);
        try
        {
            var now = time.GetUtcNow();
            if (_known is { } known && now - known.At < Kept) return known.Found;
            OutsideProgram[] wanted = [OutsideProgram.PdfInfo, OutsideProgram.PdfToText, OutsideProgram.PdfToPpm, OutsideProgram.Tesseract, Bounds];
            if (database.Provider == DatabaseProvider.Postgres) wanted = [.. wanted, Dump, Restore];
            var found = await Task.WhenAll(wanted.Select(program => AskAsync(program, cancellation)));
            _known = (now, found);
            return found;
        }
        finally
        {
            _asking.Release();
        }
    }

    private async Task<Item> AskAsync(OutsideProgram program, CancellationToken cancellation)
    {
        if (OutsideProgram.Find(program.Name) is null) return new Item(program.Name, program.Package, null);
        using var folder = new WorkFolder();
        var told = await SayAsync(program, program.Name.StartsWith("pdf", StringComparison.Ordinal) ? "-v" : "--version", folder, cancellation);
        if (program == OutsideProgram.Tesseract && !(await SayAsync(program, "--list-langs", folder, cancellation)).Split('\n').Contains(Chinese)) told = "";
        return new Item(program.Name, program.Package, told.Length > 0 ? told.Split('\n')[0] : null);
    }

    /// <returns>Empty where it says nothing, or takes too long for that.</returns>
    private async Task<string> SayAsync(OutsideProgram program, string argument, WorkFolder folder, CancellationToken cancellation)
    {
        try
        {
            var said = await new ProgramRunner(documents).RunAsync(program, [argument], folder.Path, cancellation);
            return (said.Text + said.Errors).Trim();
        }
        catch (UnreadableDocumentException)
        {
            return "";
        }
    }
}
