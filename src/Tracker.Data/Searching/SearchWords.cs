using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Data.Storage;

namespace Tracker.Data.Searching;

/// <summary>检索词: words that all have to stand in a passage, whatever their width, case and blanks.</summary>
public sealed class SearchWords
{
    public const int Shortest = 2;
    public const int LongestQuery = 100;

    private SearchWords(IReadOnlyList<string> folded) => Folded = folded;

    /// <summary>Each at least two characters long.</summary>
    public IReadOnlyList<string> Folded { get; }

    /// <returns>Null where no word of two characters is left: one character stands in too many passages to tell anything.</returns>
    public static SearchWords? Of(string? query)
    {
        var words = (query ?? "").Split([' ', '　', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(SearchText.Fold).ToList();
        return words.Count > 0 && words.All(word => word.EnumerateRunes().Count() >= Shortest)
            ? new SearchWords([.. words.Distinct(StringComparer.Ordinal)]) : null;
    }

    /// <summary>The passages that hold all words. The index only narrows them down; what is found is decided by the words themselves, alike on both databases.</summary>
    public IQueryable<SearchEntry> In(TrackerDbContext db)
    {
        var narrowed = db.Database.IsNpgsql()
            ? db.SearchEntries.FromSql($"""SELECT * FROM "SearchEntries" WHERE tracker_grams("Folded") @> {Folded.SelectMany(SearchGrams.Of).Distinct(StringComparer.Ordinal).ToArray()}""")
            : db.SearchEntries.FromSql(
                $"""
                SELECT g.rowid AS "Id", e."Part", e."SourceId", e."PairId", e."BodyId", e."Year", e."Specificity", e."SpanStart", e."SpanEnd", e."Quote", e."Folded"
                FROM "SearchGrams" AS g CROSS JOIN "SearchEntries" AS e ON e."Id" = g.rowid WHERE g."SearchGrams" MATCH {string.Join(' ', Folded.Select(SearchGrams.Spelt))}
                """);
        return Folded.Aggregate(narrowed, (entries, word) => entries.Where(entry => entry.Folded.Contains(word)));
    }

    /// <summary>Where the words stand in a text, in order and without overlaps; half-open, in UTF-16 code units.</summary>
    public IReadOnlyList<TextSpan> FindIn(string text)
    {
        var (folded, origins) = SearchText.FoldWithOrigins(text);
        var found = new List<TextSpan>();
        foreach (var word in Folded)
            for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + 1, StringComparison.Ordinal))
                found.Add(new TextSpan(origins[at], origins[at + word.Length - 1] + 1));
        return Joined(found);
    }

    private static List<TextSpan> Joined(List<TextSpan> spans)
    {
        var joined = new List<TextSpan>();
        foreach (var span in spans.OrderBy(span => span.Start).ThenBy(span => span.End))
        {
            if (joined.Count > 0 && span.Start <= joined[^1].End) joined[^1] = new TextSpan(joined[^1].Start, Math.Max(joined[^1].End, span.End));
            else joined.Add(span);
        }

        return joined;
    }
}
