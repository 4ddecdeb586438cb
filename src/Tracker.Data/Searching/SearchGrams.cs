using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Tracker.Data.Searching;

/// <summary>Words cut into every two neighbouring characters, which is what is indexed: a word of two characters is found like any longer one.</summary>
/// <remarks>
/// On PostgreSQL the migration's own function cuts and an index on its result is kept by the server. SQLite's full-text index knows
/// words, so each pair of characters is spelt as one word of plain letters; triggers keep the index and ask each connection for the cut.
/// </remarks>
internal sealed class SearchGrams : DbConnectionInterceptor
{
    /// <summary>The name in SQL, the same on both databases.</summary>
    public const string Function = "tracker_grams";

    public static readonly SearchGrams Provided = new();

    /// <summary>Each pair once, in the order of the text.</summary>
    public static IReadOnlyList<string> Of(string folded)
    {
        var runes = folded.EnumerateRunes().ToList();
        return [.. Enumerable.Range(0, Math.Max(0, runes.Count - 1)).Select(i => runes[i].ToString() + runes[i + 1]).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The pairs as SQLite's index spells them, in one line: as a query, all of them have to stand there.</summary>
    public static string Spelt(string folded)
    {
        var line = new StringBuilder();
        foreach (var gram in Of(folded))
        {
            if (line.Length > 0) line.Append(' ');
            foreach (var rune in gram.EnumerateRunes()) Spell(line, rune.Value);
        }

        return line.ToString();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (connection is SqliteConnection sqlite) sqlite.CreateFunction<string, string>(Function, Spelt, isDeterministic: true);
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    /// <summary>Six letters from a to p for any character.</summary>
    private static void Spell(StringBuilder line, int codePoint)
    {
        for (var shift = 20; shift >= 0; shift -= 4) line.Append((char)('a' + ((codePoint >> shift) & 0xF)));
    }
}
