using Microsoft.EntityFrameworkCore;
using Tracker.App.Jobs;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.App;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Jobs;

/// <summary>收件文件夹: whatever is laid into it is found again afterwards, in the database or with the reason beside it.</summary>
[Collection(nameof(Databases))]
public sealed class InboxSpecs(Databases databases)
{
    [Fact]
    public async Task New_reports_are_taken_in_the_same_ones_known_and_others_refused_with_the_reason()
    {
        var settings = await databases.CreateAsync(DatabaseProvider.Sqlite);
        await using var workplace = new Workplace(settings);
        var inbox = Directory.CreateDirectory(Path.Combine(settings.DataDirectory, "inbox")).FullName;
        Lay(inbox, "plan.txt", Seeds.Text("taiyuan-cppcc_2025.txt"));
        Lay(inbox, "copy.txt", Seeds.Text("taiyuan-cppcc_2025.txt"));
        Lay(inbox, "recipe.txt", "盐少许。");
        File.WriteAllText(Path.Combine(inbox, "arriving.txt"), "正在写入");

        var result = await workplace.SendAsync(new ScanInbox.Command(RunCause.Schedule));

        (result.Imported, result.Known, result.Refused).ShouldBe((1, 1, 1));
        Names(inbox).ShouldBe(["arriving.txt"]);
        Names(Path.Combine(inbox, "done")).ShouldBe(["copy.txt", "plan.txt"]);
        Names(Path.Combine(inbox, "refused")).ShouldBe(["recipe.txt", "recipe.txt.reason.txt"]);
        File.ReadAllText(Path.Combine(inbox, "refused", "recipe.txt.reason.txt")).ShouldContain(": ");
        (await workplace.ReadAsync(db => db.Runs.SingleAsync())).Id.ShouldBe(result.RunId);
    }

    [Fact]
    public async Task What_is_in_doubt_is_put_aside_as_a_draft_with_the_reason_beside_the_file()
    {
        var settings = await databases.CreateAsync(DatabaseProvider.Sqlite);
        await using var workplace = new Workplace(settings);
        var inbox = Directory.CreateDirectory(Path.Combine(settings.DataDirectory, "inbox")).FullName;
        Lay(inbox, "nameless.txt", "工作报告\n\n一、2024年工作回顾\n召开专题会3次。\n\n二、2025年主要任务\n制定出台管理办法，举办培训班4期。");

        (await workplace.SendAsync(new ScanInbox.Command(RunCause.Schedule))).ShouldBe(new ScanInbox.Result(0, 0, 0, null, Drafts: 1));

        Names(Path.Combine(inbox, "drafts")).ShouldBe(["nameless.txt", "nameless.txt.reason.txt"]);
        var draft = await workplace.ReadAsync(db => db.Drafts.Include(stored => stored.Content).SingleAsync());
        (draft.State, draft.Origin, draft.PlanYear, draft.Content!.Text!.Length > 0).ShouldBe((DraftState.Ready, DraftOrigin.Inbox, 2025, true));
    }

    [Fact]
    public async Task A_part_of_a_report_that_is_there_is_put_aside_and_the_reason_names_both()
    {
        var settings = await databases.CreateAsync(DatabaseProvider.Sqlite);
        await using var workplace = new Workplace(settings);
        var inbox = Directory.CreateDirectory(Path.Combine(settings.DataDirectory, "inbox")).FullName;
        var whole = Seeds.Text("taiyuan-cppcc_2025.txt");
        await workplace.ImportAsync(Seeds.Document("whole.txt", whole));
        Lay(inbox, "part.txt", whole[..whole.IndexOf("2025年主要任务", StringComparison.Ordinal)]);

        (await workplace.SendAsync(new ScanInbox.Command(RunCause.Schedule))).ShouldBe(new ScanInbox.Result(0, 0, 0, null, Drafts: 1));

        File.ReadAllText(Path.Combine(inbox, "drafts", "part.txt.reason.txt")).ShouldSatisfyAllConditions(
            reason => reason.ShouldStartWith("loses-part: part.txt"), reason => reason.ShouldContain("whole.txt"), reason => reason.ShouldContain("合为一个文件"));
        (await workplace.ReadAsync(db => db.Reports.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_was_taken_in_but_not_moved_when_the_program_died_is_moved_the_next_time()
    {
        var settings = await databases.CreateAsync(DatabaseProvider.Sqlite);
        await using var workplace = new Workplace(settings);
        var inbox = Directory.CreateDirectory(Path.Combine(settings.DataDirectory, "inbox")).FullName;
        Lay(inbox, "plan.txt", Seeds.Text("taiyuan-cppcc_2025.txt"));
        await workplace.ImportAsync(Tracker.App.Reports.SourceFile.FromPath(Path.Combine(inbox, "plan.txt")));

        (await workplace.SendAsync(new ScanInbox.Command(RunCause.Schedule))).ShouldBe(new ScanInbox.Result(0, 1, 0, null));

        Names(Path.Combine(inbox, "done")).ShouldBe(["plan.txt"]);
    }

    [Fact]
    public async Task Two_files_of_one_name_are_both_kept()
    {
        var settings = await databases.CreateAsync(DatabaseProvider.Sqlite);
        await using var workplace = new Workplace(settings);
        var inbox = Directory.CreateDirectory(Path.Combine(settings.DataDirectory, "inbox")).FullName;
        foreach (var file in new[] { "taiyuan-cppcc_2025.txt", "taiyuan-cppcc_2026.txt" })
        {
            Lay(inbox, "report.txt", Seeds.Text(file));
            await workplace.SendAsync(new ScanInbox.Command(RunCause.Schedule));
        }

        Names(Path.Combine(inbox, "done")).ShouldBe(["report-2.txt", "report.txt"]);
    }

    private static void Lay(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddYears(50));
    }

    private static string[] Names(string folder) => [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
