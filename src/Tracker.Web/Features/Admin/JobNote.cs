using System.Text.RegularExpressions;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Admin;

/// <summary>What a job says that it did, such as <c>imported 2, known 0</c>, in the words of the page: only what there was.</summary>
internal static partial class JobNote
{
    public static string In(Wording words, string note)
    {
        var counts = note.Split(", ").Select(part => Figure().Match(part)).ToList();
        if (note.Length == 0 || !counts.TrueForAll(count => count.Success && words.Find("jobNote." + count.Groups[1].Value) is not null)) return note;
        var done = counts.Where(count => count.Groups[2].Value != "0").Select(count => words["jobNote." + count.Groups[1].Value, count.Groups[2].Value]).ToList();
        return done.Count == 0 ? words["jobNote.nothing"] : string.Join(words["jobNote.and"], done);
    }

    /// <summary>The run that a job began; null where it began none.</summary>
    public static string? RunOf(string note) => Figure().Match(note) is { Success: true } figure && figure.Groups[1].Value == "run" ? figure.Groups[2].Value : null;

    [GeneratedRegex("^([a-z]+) ([A-Za-z0-9_.-]+)$")]
    private static partial Regex Figure();
}
