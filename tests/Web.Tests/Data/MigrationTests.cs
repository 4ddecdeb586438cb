using Microsoft.EntityFrameworkCore;
using Tracker.Data;

namespace Tracker.Web.Tests.Data;

[Collection(nameof(Databases))]
public sealed class MigrationTests(Databases databases)
{
    [Theory, OnSqlite, OnPostgres]
    public void No_change_of_the_model_lacks_its_migration(DatabaseProvider provider)
    {
        using var db = databases.Unprepared(provider).Open();

        db.Database.HasPendingModelChanges().ShouldBeFalse("add one to both providers: migrations/add.sh NAME");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_empty_server_is_brought_up_to_date_and_a_second_start_changes_nothing(DatabaseProvider provider)
    {
        var settings = databases.Unprepared(provider);
        await using var db = settings.Open();

        await db.PrepareAsync();
        await db.PrepareAsync();

        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        (await db.Bodies.CountAsync()).ShouldBe(0);
    }

    /// <summary>On SQLite the lock is a row: whoever is killed with it leaves it behind.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_program_killed_while_it_held_the_migrations_lock_keeps_no_later_one_from_starting(bool isUpToDate)
    {
        var settings = databases.Unprepared(DatabaseProvider.Sqlite);
        await using var db = settings.Open();
        if (isUpToDate) await db.PrepareAsync();
        Directory.CreateDirectory(settings.DataDirectory);
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
        await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01 10:41:22.0390595+00:00')");

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await db.PrepareAsync(patience.Token);

        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public void Both_providers_have_the_same_migrations(DatabaseProvider provider)
    {
        using var sqlite = databases.Unprepared(DatabaseProvider.Sqlite).Open();
        using var other = databases.Unprepared(provider).Open();

        NamesOf(other).ShouldBe(NamesOf(sqlite));
    }

    private static IEnumerable<string> NamesOf(TrackerDbContext db) => db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);
}
