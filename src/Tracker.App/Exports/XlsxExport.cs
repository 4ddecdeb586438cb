using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Tracker.App.Exports;

/// <summary>A workbook with one sheet, its first row fixed and filterable.</summary>
internal static class XlsxExport
{
    private const int LongestCell = 32767;

    public static async Task WriteAsync(IAsyncEnumerable<ExportCommitments.Row> rows, Stream target, CancellationToken cancellation)
    {
        // The package is assembled where it can be read back, which the target need not allow.
        await using var package = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        using (var workbook = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var book = workbook.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            await WriteSheetAsync(sheet, rows, cancellation);
            book.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(
                new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "承诺事项" }));
        }

        package.Position = 0;
        await package.CopyToAsync(target, cancellation);
    }

    private static async Task WriteSheetAsync(WorksheetPart part, IAsyncEnumerable<ExportCommitments.Row> rows, CancellationToken cancellation)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        var firstRowFixed = new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        writer.WriteElement(new SheetViews(new SheetView(firstRowFixed) { WorkbookViewId = 0 }));
        writer.WriteStartElement(new SheetData());
        writer.WriteElement(new Row(TableColumns.All.Select(column => Cell(column.Heading))));
        var count = 1;
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            writer.WriteElement(new Row(TableColumns.All.Select(column => Cell(column.Cell(row)))));
            count++;
        }

        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = FormattableString.Invariant($"A1:{(char)('A' + TableColumns.All.Count - 1)}{count}") });
        writer.WriteEndElement();
    }

    private static Cell Cell(object? value) => value switch
    {
        null => new Cell(),
        double or int => new Cell(new CellValue(TableColumns.Text(value))) { DataType = CellValues.Number },
        _ => new Cell(new InlineString(new Text(Clean(TableColumns.Text(value))) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString },
    };

    /// <summary>Leaves out what XML cannot hold and what is longer than a cell may be.</summary>
    private static string Clean(string text)
    {
        var clean = string.Concat(text.Where((character, i) =>
            XmlConvert.IsXmlChar(character)
            || (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            || (char.IsLowSurrogate(character) && i > 0 && char.IsHighSurrogate(text[i - 1]))));
        return clean.Length <= LongestCell ? clean : clean[..LongestCell];
    }
}
