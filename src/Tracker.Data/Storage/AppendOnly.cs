using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tracker.Data.Storage;

/// <summary>Tables that only grow: a change or a removal of a row is a mistake of the program and stops it before the database is asked.</summary>
internal sealed class AppendOnly : SaveChangesInterceptor
{
    internal const string Annotation = "Tracker:AppendOnly";

    public static readonly AppendOnly Guard = new();

    /// <exception cref="InvalidOperationException">A row of a table that only grows was changed or removed.</exception>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Refuse(eventData.Context!);
        return result;
    }

    /// <inheritdoc cref="SavingChanges"/>
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Refuse(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Refuse(DbContext db)
    {
        var offender = db.ChangeTracker.Entries().FirstOrDefault(entry =>
            entry.State is EntityState.Modified or EntityState.Deleted && entry.Metadata.FindAnnotation(Annotation) is not null);
        if (offender is not null)
        {
            throw new InvalidOperationException($"{offender.Metadata.GetTableName()} only grows: its rows are neither changed nor removed.");
        }
    }
}

internal static class AppendOnlyTables
{
    /// <summary>Rows of this table are added and never changed or removed.</summary>
    public static EntityTypeBuilder<T> IsAppendOnly<T>(this EntityTypeBuilder<T> entity) where T : class =>
        entity.HasAnnotation(AppendOnly.Annotation, true);
}
