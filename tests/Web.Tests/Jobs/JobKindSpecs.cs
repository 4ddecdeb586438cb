using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Jobs;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Language;
using Tracker.Web.Tests.App;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Jobs;

[Collection(nameof(Databases))]
public sealed class JobKindSpecs(Databases databases)
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private readonly Clock _clock = new(Monday);

    [Theory, OnSqlite]
    public async Task Every_kind_of_job_has_words_in_both_languages_and_a_schedule_to_begin_with(DatabaseProvider provider)
    {
        await using var workplace = await BegunAsync(provider);
        var kinds = await workplace.DoAsync<JobKinds, List<JobKind>>(all => Task.FromResult(all.All.ToList()));

        foreach (var kind in kinds)
            foreach (var language in new[] { Wording.Chinese, Wording.English })
                foreach (var group in new[] { "jobKind", "jobKindText" })
                    Wording.For(language).Find($"{group}.{kind.Name}").ShouldNotBeNull($"{language} {group}.{kind.Name}");
        (await workplace.ReadAsync(db => db.Schedules.Select(schedule => schedule.Kind).ToListAsync())).Order(StringComparer.Ordinal)
            .ShouldBe(kinds.Where(kind => kind.Usual is not null).Select(kind => kind.Name));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_an_admin_made_of_a_schedule_outlives_the_next_start(DatabaseProvider provider)
    {
        await using var workplace = await BegunAsync(provider);
        await workplace.ReadAsync(db => db.Schedules.Where(schedule => schedule.Id == "backup").ExecuteUpdateAsync(set => set.SetProperty(s => s.Cron, "0 5 * * 6").SetProperty(s => s.IsOn, false)));

        await AddUsualAsync(workplace);

        (await workplace.ReadAsync(db => db.Schedules.SingleAsync(schedule => schedule.Id == "backup"))).ShouldSatisfyAllConditions(
            backup => backup.Cron.ShouldBe("0 5 * * 6"), backup => backup.IsOn.ShouldBeFalse());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_time_of_a_schedule_is_sent_once_whoever_fires_it_again(DatabaseProvider provider)
    {
        await using var workplace = await BegunAsync(provider);

        (await FireAsync(workplace, "retention", Monday))!.Outcome.ShouldBe(JobOutcome.Succeeded);
        (await FireAsync(workplace, "retention", Monday)).ShouldBeNull();
        (await FireAsync(workplace, "retention", Monday.AddDays(7)))!.Outcome.ShouldBe(JobOutcome.Succeeded);

        (await workplace.ReadAsync(db => db.JobFirings.CountAsync())).ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_firing_whose_program_was_killed_is_begun_again_and_counted_as_one(DatabaseProvider provider)
    {
        await using var workplace = await BegunAsync(provider);
        await workplace.ReadAsync(async db =>
        {
            db.JobFirings.Add(new JobFiring { Id = "killed", Kind = "retention", ScheduleId = "retention", DueAt = Monday, StartedAt = Monday, Attempts = 1 });
            return await db.SaveChangesAsync();
        });

        var again = (await FireAsync(workplace, "retention", Monday))!;

        (again.Id, again.Attempts, again.Outcome).ShouldBe(("killed", 2, JobOutcome.Succeeded));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_backup_is_opened_and_only_the_newest_are_kept(DatabaseProvider provider)
    {
        await using var workplace = await BegunAsync(provider);
        var made = new List<BackUp.Result>();
        for (var night = 0; night < 16; night++)
        {
            // The first fourteen stand for older nights; only the last two are worth the time of a whole copy.
            if (night < 14) await workplace.DoAsync<BackupFolder, bool>(async folder => { await File.WriteAllTextAsync(folder.PathFor(_clock.GetUtcNow()), "older"); return true; });
            else made.Add(await workplace.SendAsync(new BackUp.Command()));
            _clock.Advance(TimeSpan.FromDays(1));
        }

        made.Select(backup => backup.Removed).ShouldBe([1, 1]);
        made[^1].Bytes.ShouldBeGreaterThan(10_000);
        var kept = await workplace.DoAsync<BackupFolder, int>(folder => Task.FromResult(folder.Prune()));
        kept.ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Tidying_removes_spent_links_and_old_firings_and_never_the_log(DatabaseProvider provider)
    {
        await using var workplace = await BegunAsync(provider);
        await workplace.ReadAsync(async db =>
        {
            db.OneTimeLinks.Add(new OneTimeLink { Id = "old", Hash = "old", CreatedAt = Monday.AddDays(-60), ExpiresAt = Monday.AddDays(-59) });
            db.OneTimeLinks.Add(new OneTimeLink { Id = "good", Hash = "good", CreatedAt = Monday, ExpiresAt = Monday.AddDays(1) });
            db.JobFirings.Add(new JobFiring { Id = "old", Kind = "run", StartedAt = Monday.AddDays(-365), FinishedAt = Monday.AddDays(-365), Outcome = JobOutcome.Succeeded });
            return await db.SaveChangesAsync();
        });
        await workplace.ImportAsync(Tracker.App.Reports.SourceFile.FromPath(Seeds.TaiyuanPlan));
        await workplace.ReadAsync(async db =>
        {
            db.Drafts.Add(new ReportDraft { Id = "old", FileName = "a.txt", Sha256 = "a", By = "", At = Monday.AddDays(-31), State = DraftState.Ready, Content = new DraftContent { DraftId = "old", SourceBytes = [1] } });
            db.Drafts.Add(new ReportDraft { Id = "new", FileName = "b.txt", Sha256 = "b", By = "", At = Monday.AddDays(-29), State = DraftState.Refused });
            return await db.SaveChangesAsync();
        });
        var entries = await workplace.ReadAsync(db => db.AuditLog.CountAsync());

        (await workplace.SendAsync(new KeepTidy.Command())).ShouldBe(new KeepTidy.Result(1, 1, 0, Drafts: 1));

        (await workplace.ReadAsync(db => db.Drafts.Select(draft => draft.Id).ToListAsync())).ShouldBe(["new"]);
        (await workplace.ReadAsync(db => db.AuditLog.OrderBy(entry => entry.Sequence).Select(entry => entry.Detail).LastAsync())).ShouldContain("expired");
        entries++;

        (await workplace.ReadAsync(db => db.OneTimeLinks.Select(link => link.Id).ToListAsync())).ShouldBe(["good"]);
        (await workplace.ReadAsync(db => db.AuditLog.CountAsync())).ShouldBe(entries);
        (await workplace.ReadAsync(db => db.Reports.CountAsync())).ShouldBe(1);
    }

    private async Task<Workplace> BegunAsync(DatabaseProvider provider)
    {
        var workplace = new Workplace(await databases.CreateAsync(provider), _clock);
        await AddUsualAsync(workplace);
        return workplace;
    }

    private static Task<bool> AddUsualAsync(Workplace workplace) => workplace.DoAsync<UsualSchedules, bool>(async usual =>
    {
        await usual.AddMissingAsync(default);
        return true;
    });

    private static Task<JobFiring?> FireAsync(Workplace workplace, string schedule, DateTimeOffset due) =>
        workplace.DoAsync<JobSender, JobFiring?>(sender => sender.SendAsync(schedule, due, default));
}
