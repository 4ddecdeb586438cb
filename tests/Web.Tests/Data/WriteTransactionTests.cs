using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Tests.Data;

[Collection(nameof(Databases))]
public sealed class WriteTransactionTests(Databases databases)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Units_that_read_first_and_write_later_never_overwrite_each_other(DatabaseProvider provider)
    {
        var settings = await databases.CreateAsync(provider);
        await WriteAsync(settings, db => Task.FromResult(db.Bodies.Add(new Body { Id = "counter", Name = "0", Kind = "other" }).Entity));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
            {
                await WriteAsync(settings, async db =>
                {
                    var body = await db.Bodies.SingleAsync();
                    await Task.Delay(2);
                    body.Name = (int.Parse(body.Name, System.Globalization.CultureInfo.InvariantCulture) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
                    return body;
                });
            }
        })));

        await using var after = settings.Open();
        (await after.Bodies.Select(body => body.Name).SingleAsync()).ShouldBe("20");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_unit_that_fails_halfway_leaves_nothing_even_of_what_it_had_saved(DatabaseProvider provider)
    {
        var settings = await databases.CreateAsync(provider);

        await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync<int>(settings, async db =>
        {
            db.Bodies.Add(new Body { Id = "half", Name = "half", Kind = "other" });
            await db.SaveChangesAsync();
            throw new InvalidOperationException("halfway");
        }));

        await using var after = settings.Open();
        (await after.Bodies.CountAsync()).ShouldBe(0);
    }

    private static async Task<T> WriteAsync<T>(DatabaseSettings settings, Func<TrackerDbContext, Task<T>> unit)
    {
        await using var db = settings.Open();
        return await db.WriteAsync(_ => unit(db));
    }
}
