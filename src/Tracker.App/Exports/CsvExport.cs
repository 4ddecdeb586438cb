using CsvHelper;

namespace Tracker.App.Exports;

/// <summary>Comma-separated values in UTF-8 with a byte order mark, as spreadsheet programs expect it.</summary>
internal static class CsvExport
{
    // Report text is untrusted: a cell that begins like a formula is written so that no spreadsheet runs it.
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape, NewLine = "\r\n" };

    public static async Task WriteAsync(IAsyncEnumerable<ExportCommitments.Row> rows, Stream target, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(target, Options, leaveOpen: true);
        await csv.WriteRecordAsync([.. TableColumns.All.Select(column => column.Heading)], cancellation);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            await csv.WriteRecordAsync([.. TableColumns.All.Select(column => TableColumns.Text(column.Cell(row)))], cancellation);
        }
    }
}
