using System.Text;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Reports;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.App;

[Collection(nameof(Databases))]
public sealed class ImportReportsTests(Databases databases)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_bytes_twice_are_one_report_whatever_the_file_is_called(DatabaseProvider provider)
    {
        await using var workplace = new Workplace(await databases.CreateAsync(provider));
        var text = Seeds.Text("lvliang-cppcc_2025.txt");

        var first = (await workplace.ImportAsync(Seeds.Document("a.txt", text))).Items.Single();
        var second = (await workplace.ImportAsync(Seeds.Document("b.txt", text))).Items.Single();

        first.Outcome.ShouldBe(ImportOutcome.Imported);
        second.Outcome.ShouldBe(ImportOutcome.AlreadyThere);
        second.ReportId.ShouldBe(first.ReportId);
        (await workplace.ReadAsync(db => db.Reports.CountAsync())).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_programs_that_import_the_same_report_at_once_store_it_once(DatabaseProvider provider)
    {
        var settings = await databases.CreateAsync(provider);
        await using var workplace = new Workplace(settings);
        var text = Seeds.Text("taiyuan-cppcc_2026.txt");

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => workplace.ImportAsync(Seeds.Document($"{i}.txt", text)))));

        both.Select(result => result.Items.Single().Outcome).Order().ShouldBe(
            [ImportOutcome.Imported, ImportOutcome.AlreadyThere, ImportOutcome.AlreadyThere, ImportOutcome.AlreadyThere]);
        (await workplace.ReadAsync(db => db.Reports.CountAsync())).ShouldBe(1);
        (await workplace.ReadAsync(db => db.Bodies.CountAsync())).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_report_is_kept_byte_for_byte_with_what_its_text_says_of_it(DatabaseProvider provider)
    {
        await using var workplace = new Workplace(await databases.CreateAsync(provider));
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Seeds.Text("taiyuan-cppcc_2025.txt"))];

        await workplace.ImportAsync(SourceFile.FromBytes("报告.txt", bytes));

        var stored = await workplace.ReadAsync(db => db.Reports.Include(report => report.Content).Include(report => report.Body).SingleAsync());
        stored.Content.SourceBytes.ShouldBe(bytes);
        stored.Content.Text.ShouldBe(Seeds.Text("taiyuan-cppcc_2025.txt"));
        stored.FileName.ShouldBe("报告.txt");
        stored.Body.Name.ShouldBe("太原市政协");
        (stored.ReviewYear, stored.PlanYear).ShouldBe((2024, 2025));
        stored.Delivered.ShouldBe(new DateOnly(2025, 2, 24));
        stored.Presenter.ShouldBe("操学诚");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_manifest_says_goes_before_what_the_text_says(DatabaseProvider provider)
    {
        await using var workplace = new Workplace(await databases.CreateAsync(provider));
        var facts = new ReportFacts(
            new Manifest.BodyEntry("lvliang", "吕梁政协", "cppcc", "山西省"),
            new Manifest.ReportEntry("x.txt", "lvliang", DocumentKind.Summary, new DateOnly(2026, 1, 9), "某人", ReviewYear: 2023));

        await workplace.ImportAsync(SourceFile.FromBytes("x.txt", Encoding.UTF8.GetBytes(Seeds.Text("lvliang-cppcc_2025.txt")), facts));

        var stored = await workplace.ReadAsync(db => db.Reports.Include(report => report.Body).SingleAsync());
        (stored.Body.Id, stored.Body.Name, stored.Body.Region).ShouldBe(("lvliang", "吕梁政协", "山西省"));
        (stored.ReviewYear, stored.YearsGiven, stored.DocumentKind).ShouldBe((2023, true, DocumentKind.Summary));
        (stored.Delivered, stored.Presenter).ShouldBe((new DateOnly(2026, 1, 9), "某人"));
    }

    [Theory, OnSqlite]
    public async Task A_table_beside_the_files_says_whose_they_are_where_neither_manifest_nor_text_does(DatabaseProvider provider)
    {
        var settings = await databases.CreateAsync(provider);
        await using var workplace = new Workplace(settings);
        var folder = Directory.CreateDirectory(Path.Combine(settings.DataDirectory, "reports")).FullName;
        foreach (var name in new[] { "in-table.txt", "not-in-table.txt" })
            await File.WriteAllTextAsync(Path.Combine(folder, name), $"政府工作报告\n\n一、2024年工作回顾\n新建学校3所。\n\n二、2025年主要任务\n新建学校4所，建成{name}。\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "MANIFEST.tsv"), "note\tbody\tfile\n\t示例市人民政府\tin-table.txt\n");

        var items = (await workplace.ImportAsync([.. SourceFile.FromPaths([folder])])).Items;

        items.Select(item => (item.File, item.Refusal?.Code)).ShouldBe([("in-table.txt", null), ("not-in-table.txt", "unknown-body")]);
        (await workplace.ReadAsync(db => db.Bodies.Select(body => body.Name).SingleAsync())).ShouldBe("示例市人民政府");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_file_leaves_nothing_behind_and_does_not_hold_up_the_others(DatabaseProvider provider)
    {
        await using var workplace = new Workplace(await databases.CreateAsync(provider));

        var result = await workplace.ImportAsync(
            Seeds.Document("english.txt", "Work report of the city government. In 2025 we will build ten schools and repair the roads."),
            Seeds.Document("good.txt", Seeds.Text("jinzhong-cppcc_2025.txt")));

        result.Items.Select(item => item.Refusal?.Code).ShouldBe(["not-chinese", null]);
        (await workplace.ReadAsync(db => db.Reports.Select(report => report.FileName).ToListAsync())).ShouldBe(["good.txt"]);
        (await workplace.ReadAsync(db => db.Bodies.CountAsync())).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_failure_between_reading_and_committing_stores_nothing(DatabaseProvider provider)
    {
        await using var workplace = new Workplace(await databases.CreateAsync(provider));
        var facts = new ReportFacts(
            new Manifest.BodyEntry("b", null!, "cppcc", ""), new Manifest.ReportEntry("x.txt", "b", DocumentKind.FullReport));

        await Should.ThrowAsync<DbUpdateException>(() => workplace.ImportAsync(
            SourceFile.FromBytes("x.txt", Encoding.UTF8.GetBytes(Seeds.Text("lvliang-cppcc_2025.txt")), facts)));

        (await workplace.ReadAsync(db => db.Reports.CountAsync() )).ShouldBe(0);
        (await workplace.ReadAsync(db => db.Bodies.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task An_import_of_nothing_is_refused_before_anything_happens()
    {
        await using var workplace = new Workplace(await databases.CreateAsync(DatabaseProvider.Sqlite));

        (await Should.ThrowAsync<FluentValidation.ValidationException>(() => workplace.ImportAsync())).Errors.Single().PropertyName.ShouldBe("Files");
    }
}
