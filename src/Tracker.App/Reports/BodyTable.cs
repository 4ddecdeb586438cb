namespace Tracker.App.Reports;

/// <summary>机构表: whose reports a folder's files are, where neither the texts nor a manifest say it. A file <c>manifest.tsv</c> beside them, with columns <c>file</c> and <c>body</c>.</summary>
internal static class BodyTable
{
    public const string FileName = "manifest.tsv";
    private const int MostBytes = 4 * 1024 * 1024;

    private static readonly EnumerationOptions AnyCase = new() { MatchCasing = MatchCasing.CaseInsensitive };

    /// <returns>The body's name or id as it stands in the table; null where there is no such table or the file is not in it.</returns>
    /// <exception cref="UnusableInputException"><c>bad-manifest</c>: it cannot be read, or is too large for a table.</exception>
    public static string? BodyOf(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        foreach (var table in Directory.EnumerateFiles(folder, FileName, AnyCase).Order(StringComparer.Ordinal))
        {
            if (BodyIn(table, Path.GetFileName(file)) is { } body) return body;
        }

        return null;
    }

    private static string? BodyIn(string table, string name)
    {
        try
        {
            if (new FileInfo(table).Length > MostBytes) throw new IOException("文件超过4 MB");
            using var lines = File.ReadLines(table).GetEnumerator();
            var columns = lines.MoveNext() ? Cells(lines.Current) : [];
            var (files, bodies) = (Array.IndexOf(columns, "file"), Array.IndexOf(columns, "body"));
            if (files < 0 || bodies < 0) return null;
            while (lines.MoveNext())
            {
                var cells = Cells(lines.Current);
                if (cells.ElementAtOrDefault(files) == name && cells.ElementAtOrDefault(bodies) is { Length: > 0 } body) return body;
            }

            return null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException("bad-manifest", $"{table}：{cause.Message}。请按seeds/README.md的说明改正，或移走这个文件。", cause);
        }
    }

    private static string[] Cells(string line) => [.. line.Split('\t').Select(cell => cell.Trim())];
}
