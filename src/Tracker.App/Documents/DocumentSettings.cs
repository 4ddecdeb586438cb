using System.Globalization;
using Microsoft.Extensions.Configuration;
using Tracker.Data;

namespace Tracker.App.Documents;

/// <summary>文件限额: how much of a document is read, and what the programs that read it may use. Each is <c>Tracker__Documents__NAME</c>.</summary>
public sealed record DocumentSettings
{
    public static readonly DocumentSettings Default = new();

    /// <summary>Of one document, in MiB.</summary>
    public int MostMegabytes { get; init; } = 50;

    /// <summary>Of a PDF.</summary>
    public int MostPages { get; init; } = 300;

    /// <summary>Pages of one document that are read from their pictures.</summary>
    public int MostScannedPages { get; init; } = 120;

    /// <summary>Of one picture or page, in millions of pixels.</summary>
    public int MostMegapixels { get; init; } = 60;

    /// <summary>What a packed document may unpack to, in MiB.</summary>
    public int MostUnpackedMegabytes { get; init; } = 64;

    /// <summary>How long one program may run, in seconds.</summary>
    public int ProgramSeconds { get; init; } = 60;

    /// <summary>Address space of one program, in MiB.</summary>
    public int ProgramMegabytes { get; init; } = 1536;

    /// <summary>How long one document may take, in seconds.</summary>
    public int DocumentSeconds { get; init; } = 600;

    /// <summary>Resolution at which pages are turned into pictures, in dots per inch.</summary>
    public int ScanResolution { get; init; } = 200;

    /// <summary>Pages that are read from pictures at the same time, over all documents.</summary>
    public int ScansAtOnce { get; init; } = 2;

    /// <summary>The limit on a document's bytes.</summary>
    public long MostBytes => MostMegabytes * 1024L * 1024;

    /// <exception cref="DatabaseSettingsException">A setting is no whole number within its bounds.</exception>
    public static DocumentSettings From(IConfiguration? configuration) => configuration is null ? Default : new()
    {
        MostMegabytes = Number(configuration, nameof(MostMegabytes), Default.MostMegabytes, 1, 1024),
        MostPages = Number(configuration, nameof(MostPages), Default.MostPages, 1, 100_000),
        MostScannedPages = Number(configuration, nameof(MostScannedPages), Default.MostScannedPages, 1, 100_000),
        MostMegapixels = Number(configuration, nameof(MostMegapixels), Default.MostMegapixels, 1, 1000),
        MostUnpackedMegabytes = Number(configuration, nameof(MostUnpackedMegabytes), Default.MostUnpackedMegabytes, 1, 1024),
        ProgramSeconds = Number(configuration, nameof(ProgramSeconds), Default.ProgramSeconds, 1, 3600),
        ProgramMegabytes = Number(configuration, nameof(ProgramMegabytes), Default.ProgramMegabytes, 64, 65536),
        DocumentSeconds = Number(configuration, nameof(DocumentSeconds), Default.DocumentSeconds, 1, 86400),
        ScanResolution = Number(configuration, nameof(ScanResolution), Default.ScanResolution, 100, 600),
        ScansAtOnce = Number(configuration, nameof(ScansAtOnce), Default.ScansAtOnce, 1, 64),
    };

    private static int Number(IConfiguration configuration, string name, int otherwise, int least, int most)
    {
        if (configuration[$"Tracker:Documents:{name}"] is not { Length: > 0 } text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new DatabaseSettingsException($"Tracker__Documents__{name} is '{text}': use a whole number from {least} to {most}.");
    }
}
