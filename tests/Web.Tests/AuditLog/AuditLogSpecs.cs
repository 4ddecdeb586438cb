using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Tracker.App.Auditing;
using Tracker.Core.Deciding;
using Tracker.Data;
using Tracker.Web.Tests.Cluster;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.AuditLog;

[Collection(nameof(Databases))]
public sealed class AuditLogSpecs(Databases databases)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_written_reads_back_as_a_chain_that_holds(DatabaseProvider provider)
    {
        var settings = await WithEntriesAsync(provider, 3);

        var result = await LogOf.VerifyAsync(settings);

        result.FirstBroken.ShouldBeNull();
        result.Entries.ShouldBe(3);
        result.Last!.Sequence.ShouldBe(3);
        result.Last.Detail.ShouldBe("""{"action":"改为“已落实”","count":3}""");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Writers_at_the_same_time_never_take_the_same_place(DatabaseProvider provider)
    {
        var settings = await databases.CreateAsync(provider);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
            {
                await LogOf.AppendAsync(settings, $"{writer}-{i}");
            }
        })));

        var result = await LogOf.VerifyAsync(settings);
        (result.Entries, result.FirstBroken, result.Last!.Sequence).ShouldBe((40, null, 40));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Several_entries_of_one_transaction_follow_each_other_and_stand_or_fall_with_it(DatabaseProvider provider)
    {
        var settings = await databases.CreateAsync(provider);
        await using var db = settings.Open();
        var log = new Tracker.App.Auditing.AuditLog(db, TimeProvider.System, new Actor());

        await db.WriteAsync(async token =>
        {
            await log.AppendAsync(AuditKinds.Import, "a", new { }, token);
            return await log.AppendAsync(AuditKinds.Import, "b", new { }, token);
        });
        await Should.ThrowAsync<FormatException>(db.WriteAsync<int>(async token =>
        {
            await log.AppendAsync(AuditKinds.Import, "c", new { }, token);
            throw new FormatException();
        }));

        (await db.AuditLog.OrderBy(entry => entry.Sequence).Select(entry => entry.Subject).ToListAsync()).ShouldBe(["a", "b"]);
        (await LogOf.VerifyAsync(settings)).FirstBroken.ShouldBeNull();
    }

    [Theory, OnSqlite]
    public async Task Outside_a_write_transaction_nothing_is_written(DatabaseProvider provider)
    {
        await using var db = (await databases.CreateAsync(provider)).Open();
        var log = new Tracker.App.Auditing.AuditLog(db, TimeProvider.System, new Actor());

        await Should.ThrowAsync<InvalidOperationException>(log.AppendAsync(AuditKinds.Mail, "", new { }));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_program_cannot_change_or_remove_an_entry(DatabaseProvider provider)
    {
        await using var db = (await WithEntriesAsync(provider, 1)).Open();
        var entry = await db.AuditLog.SingleAsync();

        db.Entry(entry).Property(e => e.Actor).CurrentValue = "somebody else";
        await Should.ThrowAsync<InvalidOperationException>(db.SaveChangesAsync());
        db.Entry(entry).State = EntityState.Deleted;
        await Should.ThrowAsync<InvalidOperationException>(db.SaveChangesAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_database_refuses_what_goes_past_the_program(DatabaseProvider provider)
    {
        var settings = await WithEntriesAsync(provider, 2);
        await using var db = settings.Open();

        await Should.ThrowAsync<System.Data.Common.DbException>(db.AuditLog.ExecuteUpdateAsync(entries => entries.SetProperty(entry => entry.Actor, "x")));
        await Should.ThrowAsync<System.Data.Common.DbException>(db.AuditLog.ExecuteDeleteAsync());

        (await LogOf.VerifyAsync(settings)).ShouldSatisfyAllConditions(result => result.Entries.ShouldBe(2), result => result.FirstBroken.ShouldBeNull());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_altered_entry_is_found(DatabaseProvider provider)
    {
        string[] alterations =
        [
            """ "Actor" = 'somebody else' """, """ "Detail" = 'null' """, """ "Subject" = 'another' """, """ "Kind" = 'mail' """,
            provider == DatabaseProvider.Sqlite ? """ "At" = "At" + 10000 """ : """ "At" = "At" + interval '1 millisecond' """,
        ];
        foreach (var alteration in alterations)
        {
            var settings = await WithEntriesAsync(provider, 4);

            await LogOf.TamperAsync(settings, $"""UPDATE "AuditLogEntries" SET {alteration} WHERE "Sequence" = 3""");

            (await LogOf.VerifyAsync(settings)).FirstBroken.ShouldBe(3, alteration);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_missing_entry_is_found(DatabaseProvider provider)
    {
        foreach (var missing in new[] { 1, 2 })
        {
            var settings = await WithEntriesAsync(provider, 4);

            await LogOf.TamperAsync(settings, $"""DELETE FROM "AuditLogEntries" WHERE "Sequence" = {missing}""");

            (await LogOf.VerifyAsync(settings)).FirstBroken.ShouldBe(missing);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Entries_cut_off_at_the_end_are_found_and_stay_missing_when_others_follow(DatabaseProvider provider)
    {
        foreach (var kept in new[] { 2, 0 })
        {
            var settings = await WithEntriesAsync(provider, 4);

            await LogOf.TamperAsync(settings, $"""DELETE FROM "AuditLogEntries" WHERE "Sequence" > {kept}""");
            (await LogOf.VerifyAsync(settings)).FirstBroken.ShouldBe(kept + 1);

            await LogOf.AppendAsync(settings);
            (await LogOf.VerifyAsync(settings)).FirstBroken.ShouldBe(kept + 1);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_log_goes_on_after_what_a_program_without_a_record_of_the_end_wrote(DatabaseProvider provider)
    {
        var settings = await WithEntriesAsync(provider, 2);
        var last = (await LogOf.VerifyAsync(settings)).Last!;
        await using (var db = settings.Open())
        {
            db.Add(AuditChain.Next((last.Sequence, last.Hash), last.At, "nobody", AuditKinds.Run, "", "{}", "5a"));
            await db.SaveChangesAsync();
        }

        (await LogOf.AppendAsync(settings)).Sequence.ShouldBe(4);
        (await LogOf.VerifyAsync(settings)).FirstBroken.ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_end_of_a_log_that_was_there_before_is_put_on_record(DatabaseProvider provider)
    {
        var settings = databases.Unprepared(provider);
        Directory.CreateDirectory(settings.DataDirectory);
        await using (var db = settings.Open())
        {
            await db.GetService<IMigrator>().MigrateAsync("ListFromIndex");
            var first = AuditChain.Next(AuditChain.Empty, DateTimeOffset.UnixEpoch, "nobody", AuditKinds.Run, "", "{}", "5a");
            db.AddRange(first, AuditChain.Next((first.Sequence, first.Hash), first.At, "nobody", AuditKinds.Run, "", "{}", "5b"));
            await db.SaveChangesAsync();
            await db.PrepareAsync();
        }

        await LogOf.TamperAsync(settings, """DELETE FROM "AuditLogEntries" WHERE "Sequence" = 2""");

        (await LogOf.VerifyAsync(settings)).FirstBroken.ShouldBe(2);
    }

    [Theory, OnSqlite]
    public async Task An_end_that_was_made_to_fit_is_found_by_one_who_noted_down_the_last_entry(DatabaseProvider provider)
    {
        var settings = await WithEntriesAsync(provider, 4);
        var last = (await LogOf.VerifyAsync(settings)).Last!;

        await LogOf.TamperAsync(settings, """DELETE FROM "AuditLogEntries" WHERE "Sequence" > 2""");
        await LogOf.TamperAsync(settings, """UPDATE "AuditEnds" SET "Sequence" = 2, "Hash" = (SELECT "Hash" FROM "AuditLogEntries" WHERE "Sequence" = 2)""");

        (await LogOf.VerifyAsync(settings)).FirstBroken.ShouldBeNull();
        (await LogOf.VerifyAsync(settings, (last.Sequence, last.Hash))).FirstBroken.ShouldBe(3);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_command_says_that_the_log_holds_or_where_it_is_broken_on_either_database(DatabaseProvider provider)
    {
        var settings = await WithEntriesAsync(provider, 4);
        var last = (await LogOf.VerifyAsync(settings)).Last!;
        var (status, lines) = await VerifyByCommandAsync(settings);
        status.ShouldBe(0);
        lines.ShouldBe(["the log holds: 4 entries", $"last\t4:{last.Hash}"]);

        await LogOf.TamperAsync(settings, """UPDATE "AuditLogEntries" SET "Actor" = 'somebody else' WHERE "Sequence" = 3""");
        (status, lines) = await VerifyByCommandAsync(settings);
        status.ShouldBe(1);
        lines.ShouldHaveSingleItem().ShouldStartWith("error audit-log: Entry 3 ");
    }

    private static async Task<(int Status, IReadOnlyList<string> Lines)> VerifyByCommandAsync(DatabaseSettings settings)
    {
        using var command = TrackerProcess.Command(
            settings, [("Tracker__Database__Provider", settings.Provider.ToString()), ("ConnectionStrings__Tracker", settings.ConnectionString)], "verify-log");
        var status = await command.EndAsync();
        return (status, [.. command.Lines.OfType<string>().Where(line => line.Length > 0)]);
    }

    private async Task<DatabaseSettings> WithEntriesAsync(DatabaseProvider provider, int count)
    {
        var settings = await databases.CreateAsync(provider);
        for (var i = 0; i < count; i++)
        {
            await LogOf.AppendAsync(settings);
        }

        return settings;
    }
}
