using Tracker.App;
using Tracker.App.Auditing;
using Tracker.Data;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.AuditLog;

[Collection(nameof(Databases))]
public sealed class LogListSpecs(Databases databases)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_log_is_filtered_by_kind_actor_subject_and_time(DatabaseProvider provider)
    {
        var settings = await databases.CreateAsync(provider);
        var first = await LogOf.AppendAsync(settings, "taiyuan-cppcc-2025", AuditKinds.Run, "a@example.org");
        await Task.Delay(5);
        var second = await LogOf.AppendAsync(settings, "50%_off", AuditKinds.Login, "b@example.org");

        (await SubjectsAsync(settings, new LogFilter())).ShouldBe(["50%_off", "taiyuan-cppcc-2025"], "newest first");
        (await SubjectsAsync(settings, new LogFilter(Kind: AuditKinds.Run))).ShouldBe(["taiyuan-cppcc-2025"]);
        (await SubjectsAsync(settings, new LogFilter(Actor: "b@"))).ShouldBe(["50%_off"]);
        (await SubjectsAsync(settings, new LogFilter(Subject: "cppcc"))).ShouldBe(["taiyuan-cppcc-2025"]);
        (await SubjectsAsync(settings, new LogFilter(Subject: "%_"))).ShouldBe(["50%_off"], "signs of the query language are searched for as they are");
        (await SubjectsAsync(settings, new LogFilter(From: second.At))).ShouldBe(["50%_off"]);
        (await SubjectsAsync(settings, new LogFilter(Until: second.At))).ShouldBe([first.Subject]);
    }

    [Theory, OnSqlite]
    public async Task A_long_log_comes_in_pages_without_gap_or_repetition(DatabaseProvider provider)
    {
        var settings = await databases.CreateAsync(provider);
        for (var i = 0; i <= ListLog.PageSize; i++)
        {
            await LogOf.AppendAsync(settings);
        }

        await using var db = settings.Open();
        var first = await new ListLog.Handler(db).Handle(new ListLog.Query(new LogFilter()), CancellationToken.None);
        var second = await new ListLog.Handler(db).Handle(new ListLog.Query(new LogFilter(), first.Next), CancellationToken.None);

        first.Entries.Concat(second.Entries).Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, ListLog.PageSize + 1).Reverse().Select(i => (long)i));
        second.Next.ShouldBeNull();
    }

    [Theory, OnSqlite]
    public async Task The_export_keeps_every_sign_and_computes_nothing(DatabaseProvider provider)
    {
        var settings = await databases.CreateAsync(provider);
        var entry = await LogOf.AppendAsync(settings, "=1+1, \"quoted\"\nnext line");

        await using var db = settings.Open();
        var csv = new StringWriter();
        await new LogExport(db, TimeZones.From(null)).WriteAsync(csv, new LogFilter());

        csv.ToString().ShouldContain($"\"1\",\"{entry.At.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-ddTHH:mm:ss.fff}+08:00\",");
        csv.ToString().ShouldContain("\"'=1+1, \"\"quoted\"\"\nnext line\",\"{\"\"action\"\":\"\"改为“已落实”\"\",\"\"count\"\":3}\"");
        csv.ToString().Split("\r\n").Length.ShouldBe(3, "a heading, one entry and the end");
    }

    private static async Task<IEnumerable<string>> SubjectsAsync(DatabaseSettings settings, LogFilter filter)
    {
        await using var db = settings.Open();
        return (await new ListLog.Handler(db).Handle(new ListLog.Query(filter), CancellationToken.None)).Entries.Select(entry => entry.Subject);
    }
}
