using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Tracker.Data.Entities;

namespace Tracker.Data.Searching;

/// <summary>Keeps what can be found in step with what is stored: in the same transaction, whoever saves.</summary>
internal sealed class SearchUpkeep : SaveChangesInterceptor
{
    public static readonly SearchUpkeep Kept = new();

    /// <exception cref="InvalidOperationException">Something that can be found is saved without waiting.</exception>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        Entries(eventData.Context!).Any(IsFound) ? throw new InvalidOperationException("Reports and what is found in them are saved asynchronously.") : result;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (TrackerDbContext)eventData.Context!;
        var changed = Entries(db).Where(IsFound).ToList();
        if (changed.Count == 0) return result;

        var gone = changed.Where(entry => entry.State != EntityState.Added).Select(SourceOf).Distinct(StringComparer.Ordinal).ToList();
        var pairs = changed.Where(entry => entry.Entity is StoredPair).Select(entry => ((StoredPair)entry.Entity).Id).ToList();
        if (gone.Count > 0)
        {
            await db.SearchEntries.IgnoreQueryFilters().Where(e => EF.Parameter(gone).Contains(e.SourceId) || EF.Parameter(pairs).Contains(e.PairId!))
                .ExecuteDeleteAsync(cancellationToken);
        }

        var maker = new SearchEntryMaker(db);
        foreach (var entry in changed.Where(entry => entry.State != EntityState.Deleted))
        {
            db.SearchEntries.AddRange(entry.Entity switch
            {
                StoredCommitment row => [await maker.OfAsync(row, cancellationToken)],
                StoredClaim row => [await maker.OfAsync(row, cancellationToken)],
                // An earlier version says nothing that counts.
                StoredReport { SupersededById: not null } => [],
                StoredReport report => await maker.OfAsync(report, cancellationToken),
                ReportContent content when changed.All(other => other.Entity is not StoredReport report || report.Id != content.ReportId) =>
                    await maker.OfAsync(content, cancellationToken),
                _ => [],
            });
        }

        return result;
    }

    /// <summary>Nothing goes on tracking what was written: it may be made anew before the same transaction ends.</summary>
    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        foreach (var entry in Entries(eventData.Context!).Where(entry => entry.Entity is SearchEntry)) entry.State = EntityState.Detached;
        return ValueTask.FromResult(result);
    }

    private static string SourceOf(EntityEntry entry) => entry.Entity switch
    {
        StoredCommitment row => row.Id,
        StoredClaim row => row.Id,
        StoredReport report => report.Id,
        ReportContent content => content.ReportId,
        StoredPair pair => pair.Id,
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Metadata.Name, "Not found by words."),
    };

    private static bool IsFound(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && entry.Entity switch
    {
        StoredCommitment => Has(entry, nameof(StoredCommitment.SearchText), nameof(StoredCommitment.Specificity), nameof(StoredCommitment.Position), nameof(StoredCommitment.SpanStart), nameof(StoredCommitment.SpanEnd)),
        StoredClaim => Has(entry, nameof(StoredClaim.Quote), nameof(StoredClaim.Position), nameof(StoredClaim.SpanStart), nameof(StoredClaim.SpanEnd)),
        StoredReport => Has(entry, nameof(StoredReport.BodyId), nameof(StoredReport.PlanYear), nameof(StoredReport.ReviewYear), nameof(StoredReport.SupersededById)),
        ReportContent => Has(entry, nameof(ReportContent.Text)),
        StoredPair => entry.State == EntityState.Deleted,
        _ => false,
    };

    private static bool Has(EntityEntry entry, params string[] properties) =>
        entry.State != EntityState.Modified || properties.Any(name => entry.Property(name).IsModified);

    /// <summary>As another interceptor or the save itself has just seen them: to look for changes once more would take long.</summary>
    private static List<EntityEntry> Entries(DbContext db)
    {
        var before = db.ChangeTracker.AutoDetectChangesEnabled;
        try
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            return [.. db.ChangeTracker.Entries()];
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = before;
        }
    }
}
