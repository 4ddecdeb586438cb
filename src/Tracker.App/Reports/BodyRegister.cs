using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Reports;

/// <summary>机构: finds the body of a report, or adds it. Belongs inside a transaction.</summary>
public sealed class BodyRegister(TrackerDbContext db)
{
    /// <summary>The one with that id or name; null where there is none.</summary>
    public async Task<Body?> FindAsync(string nameOrId, CancellationToken cancellation) => await db.Bodies.FindAsync([nameOrId], cancellation)
        ?? await db.Bodies.Where(stored => stored.Name == nameOrId).OrderBy(stored => stored.Id).FirstOrDefaultAsync(cancellation);

    /// <summary>The one that a document is of, as far as it is there: who handed it in goes before the manifest, and that before the text.</summary>
    internal async Task<Body?> FindAsync(ReportDetails details, CancellationToken cancellation) => details switch
    {
        { Given.Body: { } given } => await FindAsync(given, cancellation),
        { Facts.Body: { } entry } => await FindAsync(entry.Id, cancellation),
        _ => await FindAsync(details.Guess.Body, cancellation),
    };

    /// <summary>The one with that id or name, else a new one of that name.</summary>
    public async Task<Body> FindOrAddAsync(string nameOrId, string kind, CancellationToken cancellation, string region = "", BodyLevel? level = null)
    {
        if (await FindAsync(nameOrId, cancellation) is { } known) return known;
        var body = new Body { Id = IdFor(kind, nameOrId), Name = nameOrId, Kind = kind, Region = region, Level = level ?? BodyLevels.Of(nameOrId) };
        db.Bodies.Add(body);
        return body;
    }

    /// <summary>The one that a manifest describes, as it describes it.</summary>
    internal async Task<Body> BringAsync(Manifest.BodyEntry entry, CancellationToken cancellation)
    {
        var body = await db.Bodies.FindAsync([entry.Id], cancellation);
        if (body is null)
        {
            body = new Body { Id = entry.Id, Name = entry.Name, Kind = entry.Kind, Level = entry.Name is null ? null : BodyLevels.Of(entry.Name) };
            db.Bodies.Add(body);
        }

        (body.Name, body.Kind, body.Region) = (entry.Name!, entry.Kind, entry.Region);
        return body;
    }

    /// <summary>Made from the name alone, so that every installation gives a body that nobody described the same id.</summary>
    private static string IdFor(string kind, string name) =>
        $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)))[..8]}";
}
