using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Tests.Data;

[Collection(nameof(Databases))]
public sealed class DatabaseCopyTests(Databases databases) : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("tracker-copy-").FullName;

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_changed_since_the_backup_is_gone_after_it_is_restored(DatabaseProvider provider)
    {
        var settings = await databases.CreateAsync(provider);
        var backup = Path.Combine(_directory, "backup");
        await AddAsync(settings, "kept");
        await DatabaseCopy.BackupAsync(settings, backup);
        await AddAsync(settings, "later");

        await DatabaseCopy.RestoreAsync(settings, backup);

        await using var db = settings.Open();
        (await db.Bodies.Select(body => body.Id).ToListAsync()).ShouldBe(["kept"]);
        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_no_backup_changes_nothing(DatabaseProvider provider)
    {
        var settings = await databases.CreateAsync(provider);
        await AddAsync(settings, "kept");
        var other = Path.Combine(_directory, "other");
        await File.WriteAllTextAsync(other, "工作报告");

        await Should.ThrowAsync<DatabaseCopyException>(() => DatabaseCopy.RestoreAsync(settings, other));

        await using var db = settings.Open();
        (await db.Bodies.CountAsync()).ShouldBe(1);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static async Task AddAsync(DatabaseSettings settings, string id)
    {
        await using var db = settings.Open();
        await db.WriteAsync(_ => Task.FromResult(db.Bodies.Add(new Body { Id = id, Name = id, Kind = "other" })));
    }
}
