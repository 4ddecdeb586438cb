using Microsoft.EntityFrameworkCore;
using Tracker.Core.Deciding;

namespace Tracker.App.Auditing;

/// <summary>Which entries of the audit log are wanted; null or empty means any.</summary>
/// <param name="Kind">One of <see cref="AuditKinds"/>.</param>
/// <param name="Actor">A part of the actor's name.</param>
/// <param name="Subject">A part of the subject.</param>
/// <param name="From">This moment and later.</param>
/// <param name="Until">Before this moment.</param>
public sealed record LogFilter(
    string? Kind = null, string? Actor = null, string? Subject = null, DateTimeOffset? From = null, DateTimeOffset? Until = null)
{
    /// <summary>Newest first.</summary>
    internal IQueryable<AuditEntry> Of(IQueryable<AuditEntry> log)
    {
        var entries = log.AsNoTracking();
        if (!string.IsNullOrEmpty(Kind)) entries = entries.Where(entry => entry.Kind == Kind);
        if (!string.IsNullOrWhiteSpace(Actor)) entries = entries.Where(entry => EF.Functions.Like(entry.Actor, Containing(Actor), Escape));
        if (!string.IsNullOrWhiteSpace(Subject)) entries = entries.Where(entry => EF.Functions.Like(entry.Subject, Containing(Subject), Escape));
        if (From is { } from) entries = entries.Where(entry => entry.At >= from);
        if (Until is { } until) entries = entries.Where(entry => entry.At < until);
        return entries.OrderByDescending(entry => entry.Sequence);
    }

    private const string Escape = "\\";

    private static string Containing(string part)
    {
        var literal = part.Trim().Replace(Escape, Escape + Escape, StringComparison.Ordinal)
            .Replace("%", Escape + "%", StringComparison.Ordinal).Replace("_", Escape + "_", StringComparison.Ordinal);
        return $"%{literal}%";
    }
}
