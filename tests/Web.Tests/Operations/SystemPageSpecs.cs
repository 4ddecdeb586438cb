using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App.Jobs;
using Tracker.App.Operations;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Features.Admin;
using Tracker.Web.Hosting;
using Tracker.Web.Language;
using Tracker.Web.Tests.Accounts;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Operations;

/// <summary>系统状态, for administrators alone.</summary>
[Collection(nameof(Databases))]
public sealed class SystemPageSpecs(Databases databases)
{
    [Fact]
    public async Task An_administrator_sees_health_storage_programs_and_versions_and_nobody_else_does()
    {
        await using var site = new AccountSite();
        using var admin = await site.BrowserOfAsync(UserRole.Admin);
        WebUtility.HtmlDecode(await admin.GetStringAsync("/admin/system")).ShouldContain("还没有备份");

        await site.SendAsync(new BackUp.Command());

        var text = WebUtility.HtmlDecode(await admin.GetStringAsync("/admin/system"));
        text.ShouldNotContain("还没有备份");
        text.ShouldContain("最近一次备份");
        foreach (var part in (string[])["backups", "pdftotext", "tesseract", "Quartz 4", MethodVersion.Current, ".NET 10", SqliteVersion()]) text.ShouldContain(part);
        Regex.IsMatch(text, "<code class=\"secret\">\\d+:[0-9a-f]{64}</code>").ShouldBeTrue("what to note down of the log");

        using var auditor = await site.BrowserOfAsync(UserRole.Auditor);
        (await auditor.GetAsync("/admin/system")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var nobody = site.Browser();
        (await nobody.GetAsync("/admin/system")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Either_database_tells_its_version_and_size(DatabaseProvider provider)
    {
        await using var db = (await databases.CreateAsync(provider)).Open();
        var facts = await DatabaseFacts.ReadAsync(db, CancellationToken.None);
        facts.Provider.ShouldBe(provider);
        facts.Version.ShouldMatch(provider == DatabaseProvider.Sqlite ? @"^3\.\d+" : @"^\d\d\.");
        facts.Bytes.ShouldBeGreaterThan(100_000);
        facts.Migration.ShouldNotBeEmpty();
    }

    [Fact]
    public void What_wants_doing_is_told_apart_from_what_is_well_and_each_has_words()
    {
        var now = new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
        var well = Check(new BackupFolder.Newest("a.db", now.AddHours(-5), 1), free: 1L << 40, "22.12", inDoubt: 0, now, LoadingStep.Done, JobEngineState.Running);
        well.ShouldAllBe(check => check.Level == HealthLevel.Good || check.Code == "network");
        var late = Check(new BackupFolder.Newest("a.db", now.AddDays(-3), 1), free: 1L << 40, null, inDoubt: 2, now, LoadingStep.Processing, JobEngineState.Standby);
        late.Where(check => check.Level == HealthLevel.Watch && check.Code != "network").Select(check => check.Code).ShouldBe(["loading", "scheduler", "backup", "programs", "mail"]);
        var bad = Check(null, free: 1000, null, inDoubt: 0, now, LoadingStep.Failed, null);
        bad.Where(check => check.Level == HealthLevel.Bad).Select(check => check.Code).ShouldBe(["loading", "scheduler", "backup", "room"]);

        foreach (var words in new[] { Wording.For(Wording.Chinese), Wording.For(Wording.English) })
            foreach (var check in well.Concat(late).Concat(bad)) words[$"health.{check.Code}{check.Level}", [.. check.Values]].ShouldNotBeEmpty();
    }

    private static IReadOnlyList<HealthCheck> Check(
        BackupFolder.Newest? backup, long free, string? version, int inDoubt, DateTimeOffset now, LoadingStep loading, JobEngineState? scheduler) => HealthCheck.Of(
        new ShowSystem.Result(
            new DatabaseFacts(DatabaseProvider.Sqlite, "3.40", 1, "m"), new ShowSystem.Counts(1, 2, 3, 4), new DataFolder("/data", free, []), backup,
            [new InstalledPrograms.Item("pdftotext", "poppler-utils", version)], true, "1", null, 0, inDoubt),
        new ListSchedules.Result([]), loading, scheduler, now, at => at.ToString("u", System.Globalization.CultureInfo.InvariantCulture));

    private static string SqliteVersion()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection.ServerVersion;
    }
}
